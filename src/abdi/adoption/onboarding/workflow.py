"""How a request to correct one's data ends."""

from abdi.adoption.onboarding.enums import CorrectionStatus
from abdi.platform.workflow import Transition, Workflow

DIAJUKAN = CorrectionStatus.DIAJUKAN.value
_DASAR = "UU 27/2022 Ps 6 dan 30"
_ANSWERED = "Permintaan ini sudah dijawab; bila datanya masih keliru, pegawai dapat mengajukan lagi."

CORRECTION = Workflow(
    subject="perbaikan data",
    initial=DIAJUKAN,
    transitions=[
        Transition(
            name="resolve",
            source=frozenset({DIAJUKAN}),
            target=CorrectionStatus.SELESAI.value,
            actor="admin",
            tag="onboarding:correction:resolve",
            dasar=_DASAR,
            refusal=_ANSWERED,
        ),
        Transition(
            name="refuse",
            source=frozenset({DIAJUKAN}),
            target=CorrectionStatus.DITOLAK.value,
            actor="admin",
            tag="onboarding:correction:refuse",
            dasar=_DASAR,
            refusal=_ANSWERED,
        ),
    ],
)
