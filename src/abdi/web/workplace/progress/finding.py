"""The thing an address of this room names: 404 where there is none, 403 for whoever may not see it."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from abdi.activity.evidence.models import EvidenceItem
from abdi.activity.evidence.permissions import check_can_see_evidence
from abdi.activity.progress.models import ActionLine, Entry
from abdi.activity.progress.permissions import check_can_see_entry
from abdi.planning.permissions import check_can_see_skp

_PEOPLE = ("employee__user", "pejabat_penilai__user", "period", "position__unit")


def find_entry(request: HttpRequest, uid: UUID) -> Entry:
    related = ("employee__user", "rhk", "decided_by", *(f"skp__{one}" for one in _PEOPLE))
    entry = get_object_or_404(Entry.objects.select_related(*related), uid=uid)
    check_can_see_entry(request.user, entry)
    return entry


def find_evidence(request: HttpRequest, uid: UUID) -> EvidenceItem:
    item = get_object_or_404(EvidenceItem.objects.select_related("employee", "file"), uid=uid)
    check_can_see_evidence(request.user, item)
    return item


def find_action(request: HttpRequest, uid: UUID) -> ActionLine:
    related = ("rhk", *(f"rhk__skp__{one}" for one in _PEOPLE))
    line = get_object_or_404(ActionLine.objects.select_related(*related), uid=uid)
    check_can_see_skp(request.user, line.rhk.skp)
    return line
