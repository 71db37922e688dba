"""What somebody would send to an address, where an empty form is refused before it is asked who sends it."""

from uuid import UUID

from abdi.evaluation.enums import PredikatOrganisasi, Rating
from abdi.planning.versions.enums import Ground
from abdi.platform.followers.selectors import subject_token
from tests.web.things.matrix import plan_of_guest
from tests.web.things.open_api import report

WORDS = {"reason": "Sudah diperiksa dengan bukti yang ada."}


def _realisation(world):
    reported = world.reported.uid
    return {f"{reported}-value": "2", f"{reported}-evidence": "Nomor 3"}


# name of the address → world → the fields
BODIES = {
    "open311:requests": report,
    "public:follow": lambda world: {
        "subject": subject_token(world.office.unit),
        "email": "warga@example.test",
    },
    "workplace:action_plan": lambda world: {
        "towards": world.evaluation.skp.rhk.first().uid,
        "text": "Rapat",
    },
    "workplace:action_report": lambda _world: {"quarter": 3, "realisation": "Sekali"},
    "workplace:candidate_accept": lambda world: {"skp": plan_of_guest(world).uid},
    "workplace:conflict_decide": lambda _world: {"accepted": "0", **WORDS},
    "workplace:contest_check": lambda _world: {"outcome": "benar", **WORDS},
    "workplace:correction": lambda _world: {"answer": "Sudah diubah."},
    "workplace:evaluation_open": lambda world: {"period": world.office.quarter.uid},
    "workplace:keberatan_decide": lambda _world: {"outcome": "kuatkan", **WORDS},
    "workplace:organisation_decide": lambda _world: {"predikat": PredikatOrganisasi.BAIK, **WORDS},
    "workplace:paper_sign": lambda _world: {"nik": "3201", "passphrase": "contoh"},
    "workplace:rate": lambda _world: {"hasil": Rating.SESUAI, "perilaku": Rating.SESUAI, **WORDS},
    "workplace:report": _realisation,
    "workplace:skp_reopen": lambda _world: {"ground": Ground.STRATEGI, **WORDS},
    "workplace:visit_check_in": lambda _world: {"client_id": UUID(int=1)},
}
# the same for a device, which sends JSON
TOLD = {
    "api:complaints": lambda _world: {"isi": "Lampu jalan mati."},
    "workplace:progress_send": lambda world: {"person": str(world.office.rina.uid), "entries": []},
}
