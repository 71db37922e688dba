"""Is the process alive, and can it serve?"""

from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from abdi.platform.operations.installation import pending_migrations


@require_safe
@never_cache
def alive(request: HttpRequest) -> JsonResponse:
    """200 while the process answers at all; touches nothing else."""
    return JsonResponse({"status": "hidup"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and knows every migration, else 503 with the reason."""
    try:
        pending = pending_migrations()
    except Error:
        return JsonResponse({"status": "belum_siap", "database": False, "migrasi": None}, status=503)
    is_ready = not pending
    content = {"status": "siap" if is_ready else "belum_siap", "database": True, "migrasi": is_ready}
    return JsonResponse(content, status=200 if is_ready else 503)
