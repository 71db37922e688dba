"""How an SKP comes to be agreed (PP 30/2019 Ps 8, 24 and 28)."""

from abdi.planning.enums import SkpStatus
from abdi.platform.workflow import Transition, Workflow

DRAF, DIAJUKAN = SkpStatus.DRAF.value, SkpStatus.DIAJUKAN.value
DIKEMBALIKAN, DISEPAKATI = SkpStatus.DIKEMBALIKAN.value, SkpStatus.DISEPAKATI.value

SKP = Workflow(
    subject="skp",
    initial=DRAF,
    transitions=[
        Transition(
            name="submit",
            source=frozenset({DRAF, DIKEMBALIKAN}),
            target=DIAJUKAN,
            actor="pegawai",
            tag="planning:skp:submit",
            dasar="PP 30/2019 Ps 8(3)",
            refusal="SKP ini sudah diajukan atau disepakati; minta pejabat penilai mengembalikannya bila perlu diubah.",
        ),
        Transition(
            name="return",
            source=frozenset({DIAJUKAN}),
            target=DIKEMBALIKAN,
            actor="pejabat penilai",
            tag="planning:skp:return",
            dasar="PP 30/2019 Ps 8(4)",
            refusal="Hanya SKP yang sedang diajukan yang dapat dikembalikan.",
        ),
        Transition(
            name="agree",
            source=frozenset({DIAJUKAN}),
            target=DISEPAKATI,
            actor="pejabat penilai",
            tag="planning:skp:agree",
            dasar="PP 30/2019 Ps 24(1)",
            refusal="Hanya SKP yang sedang diajukan yang dapat disepakati; minta pegawai mengajukannya dahulu.",
        ),
        Transition(
            name="reopen",
            source=frozenset({DISEPAKATI}),
            target=DRAF,
            actor="pejabat penilai",
            tag="planning:skp:reopen",
            dasar="PP 30/2019 Ps 28",
            refusal="Hanya SKP yang sudah disepakati yang dapat dibuka kembali.",
        ),
    ],
)
