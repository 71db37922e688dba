"""What every page's shell needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from abdi.platform.tenancy.scope import instansi_or_none


def shell(request: HttpRequest) -> dict[str, Any]:
    return {
        "instansi": instansi_or_none(),
        "is_demo": settings.ABDI_DEMO,
        "other_language": "id" if get_language() == "en" else "en",
    }
