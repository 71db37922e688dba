"""From a proposed survey to a result that stands (PP 30/2019 Ps 39–40). A box begins running."""

from abdi.activity.feedback.enums import CollectionStatus
from abdi.platform.workflow import Transition, Workflow

DIUSULKAN, BERJALAN = CollectionStatus.DIUSULKAN.value, CollectionStatus.BERJALAN.value
DITUTUP = CollectionStatus.DITUTUP.value

COLLECTION = Workflow(
    subject="feedback_collection",
    initial=DIUSULKAN,
    transitions=[
        Transition(
            name="confirm",
            source=frozenset({DIUSULKAN}),
            target=BERJALAN,
            actor="pejabat penilai",
            tag="feedback:collection:confirm",
            dasar="PP 30/2019 Ps 40",
            refusal="Survei ini sudah berjalan atau ditutup; daftar penanggapnya tidak dapat diubah lagi.",
        ),
        Transition(
            name="answer",
            source=frozenset({BERJALAN}),
            target=BERJALAN,
            actor="penanggap",
            tag="feedback:collection:answer",
            dasar="PP 30/2019 Ps 40",
            refusal="Putaran ini tidak sedang berjalan, jadi jawaban tidak dapat diterima.",
        ),
        Transition(
            name="close",
            source=frozenset({BERJALAN}),
            target=DITUTUP,
            actor="pejabat penilai atau sistem",
            tag="feedback:collection:close",
            dasar="PP 30/2019 Ps 39-40",
            refusal="Hanya putaran yang sedang berjalan yang dapat ditutup.",
        ),
    ],
)
