"""From an open evaluation to a predikat that stands (PP 30/2019 Ps 42 and 46)."""

from abdi.evaluation.enums import EvaluationStatus
from abdi.platform.workflow import Transition, Workflow

EVALUATION = Workflow(
    subject="evaluation",
    initial=EvaluationStatus.DRAF.value,
    transitions=[
        Transition(
            name="decide",
            source=frozenset({EvaluationStatus.DRAF.value}),
            target=EvaluationStatus.DITETAPKAN.value,
            actor="pejabat penilai",
            tag="evaluation:predikat:decide",
            dasar="PP 30/2019 Ps 42(1) dan 46",
            refusal="Predikat ini sudah ditetapkan; perubahan hanya lewat keberatan (PP 30/2019 Ps 59).",
        ),
    ],
)
