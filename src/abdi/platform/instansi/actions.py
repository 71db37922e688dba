"""The verbs of an instansi. Each leaves its row in the trail of the instansi itself.

They stand apart from `tenancy`, which accounts and the trail themselves are built on. The code is given once
and stays: the audit chain and the sealed ledger carry it.
"""

from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.instansi.permissions import check_can_manage_instansi
from abdi.platform.tenancy.instansi import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.platform.validation import write


@action
def open_instansi(
    *,
    actor: User,
    code: str,
    name: str,
    place: str = "",
    timezone: str = Instansi.Timezone.WIB,
    host: str = "",
    is_example: bool = False,
    is_incomplete: bool = False,
) -> Instansi:
    """Open an instansi; `is_incomplete` while a log has only named it."""
    check_can_manage_instansi(actor)
    instansi = Instansi(code=code, is_example=is_example, is_incomplete=is_incomplete)
    _describe(instansi, name, place, timezone, host)
    _record(actor, "open", instansi, {"code": code, "name": name, "example": is_example})
    return instansi


@action
def change_instansi(
    *, actor: User, instansi: Instansi, name: str, place: str, timezone: str, host: str = ""
) -> Instansi:
    """Describe an instansi; one that a log named is complete after that, and shown to the public."""
    check_can_manage_instansi(actor)
    before = {field: getattr(instansi, field) for field in ("name", "place", "timezone", "host")}
    instansi.is_incomplete = False
    _describe(instansi, name, place, timezone, host)
    after = {field: getattr(instansi, field) for field in before}
    _record(actor, "change", instansi, {"before": before, "after": after})
    return instansi


@action
def enter_instansi(*, actor: User, instansi: Instansi) -> None:
    """An operator belongs to none; whose people he looks at next is for that instansi to know."""
    check_can_manage_instansi(actor)
    _record(actor, "enter", instansi, {})


def _describe(instansi: Instansi, name: str, place: str, timezone: str, host: str) -> None:
    if timezone not in Instansi.Timezone.values:
        raise InputRefused(
            _("Zona waktu {zone} tidak dikenal; pilih salah satu dari {zones}.").format(
                zone=timezone, zones=", ".join(Instansi.Timezone.values)
            ),
            field="timezone",
        )
    instansi.name, instansi.place, instansi.timezone = name.strip(), place.strip(), timezone
    instansi.host = host.strip().lower()
    taken = Instansi.objects.filter(host=instansi.host).exclude(pk=instansi.pk).first()
    if instansi.host and taken:
        raise InputRefused(_("Alamat web ini sudah dipakai {instansi}.").format(instansi=taken), field="host")
    write(instansi)


def _record(actor: User, verb: str, instansi: Instansi, data: dict[str, object]) -> None:
    with instansi_scope(instansi):
        record(actor=actor, tag=f"tenancy:instansi:{verb}", subject=instansi, data=data)
