"""The one verb of the demo's own: opening the instansi that is marked as an example."""

from abdi.demo.region import CODE, NAME, PLACE
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import PermissionRefused
from abdi.platform.tenancy.models import Instansi


@action
def open_example(*, actor: User) -> Instansi:
    if not actor.is_operator:
        raise PermissionRefused("Hanya pengelola sistem yang dapat membuka instansi contoh.")
    instansi = Instansi.objects.create(code=CODE, name=NAME, place=PLACE, is_example=True)
    record(actor=actor, tag="demo:instansi:open", subject=instansi, data={"code": CODE})
    return instansi
