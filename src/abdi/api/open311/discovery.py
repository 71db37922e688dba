"""Where this server is, and what it speaks."""

from typing import Any

from django.utils.translation import gettext as _

from abdi.platform.tenancy.scope import current_instansi

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"  # a name, as GeoReport v2 writes it
CHANGESET = "2026-11-22T00:00:00+07:00"  # when what is said here last changed its meaning
FORMATS = ["text/xml", "application/json"]


def discovered(endpoint: str) -> dict[str, Any]:
    one = current_instansi()
    return {
        "changeset": CHANGESET,
        "contact": _("Pengelola layanan aduan %s") % one.name,
        "key_service": _("Kunci diberikan oleh admin %s.") % one.name,
        "endpoints": [
            {
                "specification": SPECIFICATION,
                "url": endpoint,
                "changeset": CHANGESET,
                "type": "test" if one.is_example else "production",
                "formats": FORMATS,
            }
        ],
    }
