"""Who contributes what to the lurah's indicators, and the library everybody may start from."""

from collections.abc import Mapping

from abdi.demo.building import Region
from abdi.planning.library.actions import load_library
from abdi.planning.matrix import actions
from abdi.planning.matrix.selectors import columns_of
from abdi.planning.models import Skp
from abdi.platform.accounts.models import User

LEADER, GUEST, TEAM = "dewi", "maya", "Tim Data Kependudukan"

# by the place of the indicator in the leader's SKP
PARTS = (
    (0, "tuti", "Petunjuk loket terbaca dan ruang tunggu bersih sebelum buka"),
    (1, "rina", "Berkas kependudukan selesai dalam waktu standar tanpa diulang"),
    (1, GUEST, "Data kependudukan kelurahan cocok dengan basis data setiap pekan"),
    (2, "joko", "Antrean pagi terurai sebelum pukul sepuluh"),
)


def divide_roles(*, actor: User, region: Region, plans: Mapping[str, Skp]) -> None:
    """The lurah fills her matrix, with one colleague of another office."""
    load_library(actor=actor)
    skp = plans[LEADER]
    leader, columns = skp.employee.user or actor, columns_of(skp)
    actions.invite(actor=leader, skp=skp, employee=region.cast[GUEST], team=TEAM)
    for place, name, text in PARTS:
        actions.fill_cell(actor=leader, skp=skp, employee=region.cast[name], iki=columns[place], text=text)
