"""What the pages of standards show, and finding what an address names."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from abdi.organisation.law.deadlines import due_day
from abdi.organisation.models import Layanan, Unit
from abdi.organisation.permissions import units_managed
from abdi.platform.accounts.models import User
from abdi.services.standards import deadlines
from abdi.services.standards.components import COMPONENTS, changes, missing
from abdi.services.standards.enums import StandarStatus
from abdi.services.standards.models import BeritaAcara, Comment, Standar
from abdi.services.standards.permissions import check_can_manage_standards
from abdi.services.standards.policies import comments_until, takes_comments
from abdi.services.standards.selectors import standar_in_force

TONES = {
    StandarStatus.RANCANGAN: "",
    StandarStatus.TANGGAPAN: "here",
    StandarStatus.PERBAIKAN: "warn",
    StandarStatus.DITETAPKAN: "ok",
    StandarStatus.DICABUT: "",
}


def layanan_of(user: User) -> QuerySet[Layanan]:
    """The services somebody keeps the standards of, with every version but withdrawn ones."""
    managed = units_managed(user)
    rows = Layanan.objects.filter(is_incomplete=False)
    rows = rows if managed is None else rows.filter(unit__in=managed)
    versions = Standar.objects.exclude(status=StandarStatus.DICABUT).select_related("berita_acara")
    return (
        rows.select_related("unit")
        .prefetch_related(Prefetch("standar", versions, to_attr="versions"))
        .order_by("unit__name", "name")
    )


def rows(layanan: Iterable[Layanan]) -> list[dict[str, Any]]:
    return [
        {
            "layanan": one,
            "versions": [(row, TONES[StandarStatus(row.status)], due(row)) for row in one.versions],
        }
        for one in layanan
    ]


def due(standar: Standar) -> date | None:
    """Until when the next step has to be taken."""
    if standar.status == StandarStatus.RANCANGAN:
        minutes = getattr(standar, "berita_acara", None)
        return due_day(deadlines.PUBLICATION, minutes.held_on) if minutes else None
    until = comments_until(standar)
    if standar.status == StandarStatus.PERBAIKAN or (until and not takes_comments(standar)):
        return due_day(deadlines.IMPROVEMENT, until) if until else None
    return until if standar.status == StandarStatus.TANGGAPAN else None


def find_standar(user: User, uid: UUID) -> Standar:
    standar = get_object_or_404(Standar.objects.select_related("layanan__unit"), uid=uid)
    check_can_manage_standards(user, standar.layanan.unit)
    return standar


def find_layanan(user: User, uid: UUID) -> Layanan:
    layanan = get_object_or_404(Layanan.objects.select_related("unit"), uid=uid)
    check_can_manage_standards(user, layanan.unit)
    return layanan


def find_unit(user: User, uid: UUID) -> Unit:
    unit = get_object_or_404(Unit, uid=uid)
    check_can_manage_standards(user, unit)
    return unit


def find_comment(user: User, uid: UUID) -> Comment:
    found = get_object_or_404(Comment.objects.select_related("standar__layanan__unit"), uid=uid)
    check_can_manage_standards(user, found.standar.layanan.unit)
    return found


def standar_context(standar: Standar, today: date) -> dict[str, Any]:
    before = standar_in_force(standar.layanan, today)
    status = StandarStatus(standar.status)
    has_public_said = status == StandarStatus.PERBAIKAN or (
        status == StandarStatus.TANGGAPAN and not takes_comments(standar)
    )
    is_set = status == StandarStatus.DITETAPKAN
    return {
        "standar": standar,
        "tone": TONES[status],
        "due": due(standar) if not is_set else None,
        "missing": [] if is_set else missing(standar),
        "parts": [(one, one.lines(standar)) for one in COMPONENTS],
        "changes": changes(before, standar) if before and before != standar and not is_set else [],
        "minutes": BeritaAcara.objects.filter(standar=standar).first(),
        "comments": standar.comments.all(),
        "reviews": standar.reviews.all(),
        "is_draft": status == StandarStatus.RANCANGAN,
        "is_published": status == StandarStatus.TANGGAPAN,
        "is_editable": status == StandarStatus.RANCANGAN or has_public_said,
        "is_settable": has_public_said,
        "is_set": is_set,
        "is_withdrawn": status == StandarStatus.DICABUT,
    }
