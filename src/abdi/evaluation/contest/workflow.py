"""From a doubted fact to an answer. A correction is a new fact; the old one stays."""

from abdi.evaluation.contest.enums import ContestStatus
from abdi.platform.workflow import Transition, Workflow

_OPEN = frozenset({ContestStatus.DIAJUKAN.value})
_DONE = "Sanggahan ini sudah dijawab atau ditarik."

CONTEST = Workflow(
    subject="contest",
    initial=ContestStatus.DIAJUKAN.value,
    transitions=[
        Transition(
            name="reject",
            source=_OPEN,
            target=ContestStatus.DITOLAK.value,
            actor="admin unit",
            tag="evaluation:contest:reject",
            dasar="UU 30/2014 Ps 53(2)",
            refusal=_DONE,
        ),
        Transition(
            name="correct",
            source=_OPEN,
            target=ContestStatus.DIKOREKSI.value,
            actor="admin unit",
            tag="evaluation:contest:correct",
            dasar="UU 30/2014 Ps 53(2)",
            refusal=_DONE,
        ),
        Transition(
            name="withdraw",
            source=_OPEN,
            target=ContestStatus.DITARIK.value,
            actor="pegawai",
            tag="evaluation:contest:withdraw",
            dasar="UU 30/2014 Ps 53(2)",
            refusal=_DONE,
        ),
    ],
)
