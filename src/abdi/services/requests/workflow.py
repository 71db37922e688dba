"""How a permohonan goes from filing to the product in hand."""

from abdi.platform.workflow import Transition, Workflow
from abdi.services.requests.enums import PermohonanStatus

DIAJUKAN, DIPROSES = PermohonanStatus.DIAJUKAN.value, PermohonanStatus.DIPROSES.value
DIKEMBALIKAN, SELESAI = PermohonanStatus.DIKEMBALIKAN.value, PermohonanStatus.SELESAI.value
_DASAR = "UU 25/2009 Ps 21; PermenPANRB 15/2014 (prosedur pelayanan)"


def _step(name: str, source: set[str], target: PermohonanStatus, actor: str, refusal: str) -> Transition:
    return Transition(
        name=name,
        source=frozenset(source),
        target=target.value,
        actor=actor,
        tag=f"requests:permohonan:{name}",
        dasar=_DASAR,
        refusal=refusal,
    )


PERMOHONAN = Workflow(
    subject="permohonan",
    initial=DIAJUKAN,
    transitions=[
        _step(
            "take_up",
            {DIAJUKAN, DIPROSES},
            PermohonanStatus.DIPROSES,
            "petugas",
            "Permohonan ini sedang menunggu pemohon atau sudah berakhir, jadi tidak dapat diambil alih.",
        ),
        _step(
            "return",
            {DIPROSES},
            PermohonanStatus.DIKEMBALIKAN,
            "petugas",
            "Hanya permohonan yang sedang diproses yang dapat dikembalikan; ambil dahulu permohonan ini.",
        ),
        _step(
            "resubmit",
            {DIKEMBALIKAN},
            PermohonanStatus.DIPROSES,
            "warga",
            "Permohonan ini tidak sedang menunggu dilengkapi.",
        ),
        _step(
            "complete",
            {DIPROSES},
            PermohonanStatus.SELESAI,
            "petugas",
            "Hanya permohonan yang sedang diproses yang dapat diselesaikan; ambil dahulu permohonan ini.",
        ),
        _step(
            "hand_over",
            {SELESAI},
            PermohonanStatus.DISERAHKAN,
            "petugas",
            "Produk diserahkan setelah permohonan selesai, dan hanya sekali.",
        ),
        _step(
            "reject",
            {DIPROSES, DIKEMBALIKAN},
            PermohonanStatus.DITOLAK,
            "petugas",
            "Hanya permohonan yang sedang diproses atau menunggu dilengkapi yang dapat ditolak.",
        ),
        _step(
            "cancel",
            {DIAJUKAN, DIPROSES, DIKEMBALIKAN},
            PermohonanStatus.DIBATALKAN,
            "warga",
            "Permohonan ini sudah selesai atau berakhir, jadi tidak dapat dibatalkan lagi.",
        ),
    ],
)
