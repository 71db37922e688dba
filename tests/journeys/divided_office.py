"""An agency of its own with a leader's draft of two indicators, for the browser."""

from abdi.planning import actions as planning
from abdi.planning.library.actions import load_library
from abdi.platform.accounts.models import system_user
from tests.journeys.hands import office_of

PREFIX = "matriks-"


def prepare() -> None:
    with office_of(PREFIX, "Kota Matriks") as office:
        load_library(actor=system_user())
        dewi = office.user("dewi")
        skp = planning.draft_skp(actor=dewi, employee=office.dewi, period=office.year)
        rhk = planning.add_rhk(actor=dewi, skp=skp, text="Warga puas atas pelayanan kelurahan")
        for text, target, unit in (
            ("Indeks kepuasan kelurahan", 85, "indeks"),
            ("Aduan terjawab tepat waktu", 95, "%"),
        ):
            planning.add_iki(actor=dewi, rhk=rhk, fields={"text": text, "target": target, "satuan": unit})
        planning.draft_skp(actor=office.user("rina"), employee=office.rina, period=office.year)
