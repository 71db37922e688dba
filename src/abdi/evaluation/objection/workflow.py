"""From an objection to a decision that is final (PP 30/2019 Ps 59)."""

from abdi.evaluation.objection.enums import KeberatanStatus
from abdi.platform.workflow import Transition, Workflow

_FILED, _EXPLAINED = KeberatanStatus.DIAJUKAN.value, KeberatanStatus.DIJELASKAN.value
_OPEN = frozenset({_FILED, _EXPLAINED})
_FINAL = "Keberatan ini sudah diputus atau ditarik; putusannya final (PP 30/2019 Ps 59)."

KEBERATAN = Workflow(
    subject="keberatan",
    initial=_FILED,
    transitions=[
        Transition(
            name="explain",
            source=frozenset({_FILED}),
            target=_EXPLAINED,
            actor="pejabat penilai",
            tag="evaluation:keberatan:explain",
            dasar="PP 30/2019 Ps 59",
            refusal="Penjelasan hanya dapat diberikan sekali, selama keberatan belum diputus atau ditarik.",
        ),
        Transition(
            name="uphold",
            source=_OPEN,
            target=KeberatanStatus.DIKUATKAN.value,
            actor="atasan pejabat penilai",
            tag="evaluation:keberatan:uphold",
            dasar="PP 30/2019 Ps 59",
            refusal=_FINAL,
        ),
        Transition(
            name="change",
            source=_OPEN,
            target=KeberatanStatus.DIUBAH.value,
            actor="atasan pejabat penilai",
            tag="evaluation:keberatan:change",
            dasar="PP 30/2019 Ps 59",
            refusal=_FINAL,
        ),
        Transition(
            name="withdraw",
            source=_OPEN,
            target=KeberatanStatus.DITARIK.value,
            actor="pegawai",
            tag="evaluation:keberatan:withdraw",
            dasar="PP 30/2019 Ps 59",
            refusal=_FINAL,
        ),
    ],
)
