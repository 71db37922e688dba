"""What is put into a running installation: two categories, and two complaints for everybody."""

from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.platform.accounts.models import public_user, system_user
from abdi.voice.complaints import actions
from abdi.voice.complaints.models import Category
from abdi.voice.complaints.types import Place
from tests.api.open311.conftest import ATTRIBUTES
from tests.cast import YEAR, employ


def open_town() -> None:
    """Call inside the scope of the instansi; once is enough."""
    if Category.objects.filter(code="001").exists():
        return
    system = system_user()
    unit = organisation.create_unit(
        actor=system, code="KEL-TERBUKA", name="Kelurahan Terbuka", valid_from=YEAR
    )
    koko = employ(unit, "koordinator-terbuka", "Koko Andaian", "199305052018011006", "Analis").user
    organisation.grant_role(actor=system, user=koko, role=Role.PENGADUAN, valid_from=YEAR)
    holes = actions.create_category(actor=system, code="001", name="Jalan berlubang", attributes=ATTRIBUTES)
    actions.create_category(actor=system, code="lampu", name="Lampu jalan mati")
    for number in (1, 2):
        filed = actions.file_complaint(
            actor=public_user(), kind="pengaduan", channel="web", text=f"Lubang nomor {number} di depan pasar",
            category=holes, place=Place(-7.25, 112.75, "Depan pasar"),
        )  # fmt: skip
        actions.verify(actor=koko, complaint=filed, category=holes, kelas="ringan")
