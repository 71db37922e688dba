"""What the state of the organisation allows, whoever asks."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from abdi.organisation.enums import PlacementKind, Role
from abdi.organisation.models import Employee, Placement, ReportingLine, RoleGrant, Unit
from abdi.organisation.selectors import units_above
from abdi.organisation.tree import Span, loop_through
from abdi.platform.accounts.models import User
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.tenancy.models import TenantModel
from abdi.platform.tenancy.scope import current_instansi

Row = TypeVar("Row", Placement, ReportingLine, RoleGrant)


def check_one_instansi(*rows: TenantModel | None) -> None:
    """Foreign keys do not know of tenants, so every row handed in has to be of the current instansi."""
    here = current_instansi().pk
    for row in rows:
        if row is not None and row.instansi_id != here:
            raise PolicyRefused(_("{row} bukan milik instansi ini.").format(row=row))


def check_dates(span: Span, *, field: str = "valid_until") -> None:
    if span.last and span.last < span.first:
        raise InputRefused(_("Tanggal berakhir tidak boleh sebelum tanggal mulai."), field=field)


def check_placement_free(employee: Employee, kind: PlacementKind, span: Span) -> None:
    """One definitive placement at a time; Plt and Plh stand beside it."""
    if kind != PlacementKind.DEFINITIF:
        return
    taken = _overlapping(Placement.objects.filter(employee=employee, kind=kind), span).first()
    if taken:
        raise PolicyRefused(
            _("{name} sudah menempati {position} ({dates}); akhiri penempatan itu lebih dulu.").format(
                name=employee, position=taken.position, dates=in_words(taken.valid_from, taken.valid_until)
            ),
            field="valid_from",
        )


def check_line_free(subordinate: Employee, kind: PlacementKind, span: Span) -> None:
    """One assessor of each kind at a time, so that who assesses is never in doubt."""
    taken = _overlapping(ReportingLine.objects.filter(subordinate=subordinate, kind=kind), span).first()
    if taken:
        raise PolicyRefused(
            _("{name} sudah dinilai {superior} ({kind}, {dates}); akhiri garis itu lebih dulu.").format(
                name=subordinate,
                superior=taken.superior,
                kind=taken.get_kind_display(),
                dates=in_words(taken.valid_from, taken.valid_until),
            ),
            field="valid_from",
        )


def check_line_without_loop(subordinate: Employee, superior: Employee, span: Span) -> None:
    """Nobody may end up above himself, on any day and by any kind of line."""
    if subordinate == superior:
        raise PolicyRefused(_("Seorang pegawai tidak dapat menilai dirinya sendiri."), field="superior")
    loop = loop_through(subordinate.pk, superior.pk, span, _superiors_of)
    if loop:
        names = dict(Employee.objects.filter(pk__in=loop).values_list("pk", "name"))
        raise PolicyRefused(
            _("Garis penilaian akan berputar: {loop}; pilih atasan lain.").format(
                loop=" → ".join(names[one] for one in loop)
            ),
            field="superior",
        )


def check_unit_without_loop(unit: Unit, parent: Unit | None) -> None:
    if parent is not None and unit.pk in units_above(parent):
        raise PolicyRefused(
            _("{parent} berada di bawah {unit}, jadi tidak dapat menjadi induknya.").format(
                parent=parent, unit=unit
            ),
            field="parent",
        )


def check_grant_free(user: User, role: Role, unit: Unit | None, span: Span) -> None:
    taken = _overlapping(RoleGrant.objects.filter(user=user, role=role, unit=unit), span).first()
    if taken:
        raise PolicyRefused(
            _("{user} sudah memegang peran {role} di sana ({dates}).").format(
                user=user,
                role=taken.get_role_display(),
                dates=in_words(taken.valid_from, taken.valid_until),
            ),
            field="valid_from",
        )


def check_user_of_this_instansi(user: User) -> None:
    if user.instansi_id != current_instansi().pk:
        raise PolicyRefused(_("Akun {user} bukan milik instansi ini.").format(user=user), field="user")


def check_ends_later_than_start(row: Placement | ReportingLine | RoleGrant, last_day: date) -> None:
    check_dates(Span(row.valid_from, last_day))
    if row.valid_until and row.valid_until < last_day:
        raise PolicyRefused(
            _("Sudah berakhir pada {day}; tidak dapat diperpanjang dengan cara ini.").format(
                day=f"{row.valid_until:%d-%m-%Y}"
            ),
            field="last_day",
        )


def check_without_account(employee: Employee) -> None:
    if employee.user_id:
        raise PolicyRefused(_("{name} sudah mempunyai akun.").format(name=employee))


def in_words(first: date, last: date | None) -> str:
    if last:
        return _("{first} s.d. {last}").format(first=f"{first:%d-%m-%Y}", last=f"{last:%d-%m-%Y}")
    return _("sejak {first}").format(first=f"{first:%d-%m-%Y}")


def _overlapping(rows: QuerySet[Row], span: Span) -> QuerySet[Row]:
    started = Q(valid_from__lte=span.last) if span.last else Q()
    return rows.filter(started, Q(valid_until=None) | Q(valid_until__gte=span.first))


def _superiors_of(person: int) -> Iterable[tuple[int, Span]]:
    lines = ReportingLine.objects.filter(subordinate_id=person)
    for superior, first, last in lines.values_list("superior_id", "valid_from", "valid_until"):
        yield superior, Span(first, last)
