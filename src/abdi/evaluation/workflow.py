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
        Transition(
            name="change",
            source=frozenset({EvaluationStatus.DITETAPKAN.value}),
            target=EvaluationStatus.DITETAPKAN.value,
            actor="atasan pejabat penilai, atas keberatan",
            tag="evaluation:predikat:change",
            dasar="PP 30/2019 Ps 59",
            refusal="Predikat ini belum ditetapkan, jadi belum ada yang dapat diubah lewat keberatan.",
        ),
    ],
)
