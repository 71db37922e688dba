"""The permohonan or the paper that an address names: 404 where there is none, 403 for who may not see it."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from abdi.services.requests.models import Document, Permohonan
from abdi.services.requests.permissions import check_can_see_permohonan

_AROUND = ("visit__opened_by", "layanan", "unit", "standar", "handler", "product")


def find_permohonan(request: HttpRequest, uid: UUID) -> Permohonan:
    rows = Permohonan.objects.select_related(*_AROUND).prefetch_related("steps", "documents__file")
    one = get_object_or_404(rows, uid=uid)
    check_can_see_permohonan(request.user, one)
    return one


def find_document(request: HttpRequest, uid: UUID) -> Document:
    rows = Document.objects.select_related("permohonan__unit", "file")
    document = get_object_or_404(rows, uid=uid)
    check_can_see_permohonan(request.user, document.permohonan)
    return document
