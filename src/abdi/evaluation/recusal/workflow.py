"""From a declared conflict of interest to the superior's finding (UU 30/2014 Ps 43–44)."""

from abdi.evaluation.recusal.enums import ConflictStatus
from abdi.platform.workflow import Transition, Workflow

_OPEN = frozenset({ConflictStatus.DILAPORKAN.value})

CONFLICT = Workflow(
    subject="conflict",
    initial=ConflictStatus.DILAPORKAN.value,
    transitions=[
        Transition(
            name="accept",
            source=_OPEN,
            target=ConflictStatus.DITERIMA.value,
            actor="atasan pejabat penilai",
            tag="evaluation:conflict:accept",
            dasar="UU 30/2014 Ps 44(3)-(4)",
            refusal="Laporan benturan ini sudah diputus atau dicabut.",
        ),
        Transition(
            name="reject",
            source=_OPEN,
            target=ConflictStatus.DITOLAK.value,
            actor="atasan pejabat penilai",
            tag="evaluation:conflict:reject",
            dasar="UU 30/2014 Ps 44(3)",
            refusal="Laporan benturan ini sudah diputus atau dicabut.",
        ),
        Transition(
            name="withdraw",
            source=_OPEN,
            target=ConflictStatus.DICABUT.value,
            actor="pelapor",
            tag="evaluation:conflict:withdraw",
            dasar="UU 30/2014 Ps 44(1)",
            refusal="Laporan benturan ini sudah diputus, jadi tidak dapat dicabut lagi.",
        ),
    ],
)
