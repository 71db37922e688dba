"""People of two assessors with drafted ratings, on a board that is open."""

from abdi.evaluation.calibration.models import Session
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from tests import cast
from tests.evaluation.calibration.board import draft, opened

PREFIX, CODE = "kal-", "kab-kalibrasi"
MET = ("sesuai", "sesuai")


def prepare() -> None:
    """An instansi of its own, beside whatever other tests put into the site; prints the board's uid."""
    one = Instansi.objects.create(code=CODE, name="Kabupaten Kalibrasi", place="Contoh", is_example=True)
    with instansi_scope(one):
        office = cast.open_office(prefix=PREFIX)
        draft(office, 9)
        draft(office, 12, [MET], assessor=office.budi)
        opened(office)
        print(Session.objects.get().uid)
