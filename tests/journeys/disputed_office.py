"""An agency of its own in which Rina's predikat was handed over, for the browser."""

from abdi.evaluation.handover.actions import hand_over
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests import cast
from tests.evaluation.judged import decided

PREFIX = "keberatan-"


def prepare() -> None:
    one = Instansi.objects.create(
        code="kota-keberatan", name="Kota Keberatan", place="Contoh", is_example=True
    )
    with instansi_scope(one):
        office = cast.open_office(prefix=PREFIX)
        hand_over(actor=office.user("dewi"), evaluation=decided(office))
