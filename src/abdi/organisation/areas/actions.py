"""The verb of the areas: outlines taken over from a map, all of a file or none."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import BinaryIO

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.organisation.areas.geometry import Shape
from abdi.organisation.areas.models import Area
from abdi.organisation.areas.reading import read_outlines
from abdi.organisation.locks import lock_organisation
from abdi.organisation.models import Unit
from abdi.organisation.permissions import check_can_manage_organisation, check_can_manage_units
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.validation import write

_ONE_DAY = timedelta(days=1)


@action
def import_outlines(*, actor: User, content: BinaryIO, valid_from: date | None = None) -> list[Area]:
    """GeoJSON, a FeatureCollection with the property `unit` (code); in force from `valid_from`, else today.

    An outline of before ends the day before; one of the same day is a mistake put right. Raises InputRefused for
    a file that cannot be used and PermissionRefused for a unit that `actor` does not administer.
    """
    lock_organisation()
    check_can_manage_units(actor)
    since = valid_from or timezone.localdate()
    shapes = read_outlines(content)
    units = _units(list(shapes), since)
    for unit in units.values():
        check_can_manage_organisation(actor, unit)
    return [_draw(actor, units[code], shape, since) for code, shape in shapes.items()]


def _units(codes: list[str], since: date) -> dict[str, Unit]:
    found = {unit.code: unit for unit in Unit.objects.on(since).filter(code__in=codes)}
    if unknown := [code for code in codes if code not in found]:
        raise InputRefused(
            _("Tidak ada unit kerja berkode %s pada tanggal itu; periksa kodenya di daftar unit kerja.")
            % ", ".join(unknown[:5]),
            field="file",
        )
    return found


def _draw(actor: User, unit: Unit, shape: Shape, since: date) -> Area:
    known = list(Area.objects.on(since).filter(unit=unit))
    same_day = next((one for one in known if one.valid_from == since), None)
    for one in known:
        if one is not same_day:
            one.valid_until = since - _ONE_DAY
            write(one)
    area = same_day or Area(unit=unit, valid_from=since, valid_until=_day_before_next(unit, since))
    for name, value in asdict(shape).items():
        setattr(area, name, value)
    write(area)
    points = sum(len(ring) for polygon in shape.outline["coordinates"] for ring in polygon)
    record(
        actor=actor,
        tag="areas:area:draw",
        subject=area,
        data={"unit": unit.code, "from": since, "points": points},
    )
    return area


def _day_before_next(unit: Unit, since: date) -> date | None:
    """An outline that begins later was decided already and stays."""
    later = Area.objects.filter(unit=unit, valid_from__gt=since).order_by("valid_from").first()
    return later.valid_from - _ONE_DAY if later else None
