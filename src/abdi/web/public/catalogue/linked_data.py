"""A service in the words of schema.org, for search engines and other portals."""

import json
from typing import Any

from django.utils.safestring import SafeString

from abdi.organisation.models import Layanan
from abdi.platform.tenancy.scope import current_instansi
from abdi.services.standards.components import COMPONENTS
from abdi.services.standards.models import Standar

_CURRENCY = "IDR"
_HARMLESS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}  # as Django's json_script does


def government_service(layanan: Layanan, standar: Standar | None, address: str) -> SafeString:
    """JSON-LD that may stand inside a script element."""
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": layanan.name,
        "identifier": layanan.code,
        "url": address,
        "inLanguage": "id",
        "serviceOperator": {"@type": "GovernmentOrganization", "name": layanan.unit.name},
        "areaServed": {"@type": "AdministrativeArea", "name": current_instansi().name},
    }
    said |= _promised(standar) if standar else {}
    text = json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False)
    return SafeString(text.translate(_HARMLESS))  # nothing that ends the script element is left in it


def _promised(standar: Standar) -> dict[str, Any]:
    offer = {"@type": "Offer", "price": standar.fee, "priceCurrency": _CURRENCY}
    return {
        "serviceOutput": {"@type": "Thing", "name": standar.product},
        "termsOfService": "\n".join(COMPONENTS[0].lines(standar)),
        "processingTime": " ".join(COMPONENTS[2].lines(standar)),
        "offers": offer if standar.fee is not None else None,
        "alternateName": [one.strip() for one in standar.everyday_words.split(",") if one.strip()],
        "availableChannel": [
            {"@type": "ServiceChannel", "name": one["name"], "serviceUrl": one["address"]}
            for one in standar.channels
        ],
    }
