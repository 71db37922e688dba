"""A dialogue is planned, held, and confirmed by both (PP 30/2019 Ps 27)."""

from abdi.activity.dialogue.enums import DialogueStatus
from abdi.platform.workflow import Transition, Workflow

DIRENCANAKAN, DILAKSANAKAN = DialogueStatus.DIRENCANAKAN.value, DialogueStatus.DILAKSANAKAN.value

DIALOGUE = Workflow(
    subject="dialogue",
    initial=DIRENCANAKAN,
    transitions=[
        Transition(
            name="hold",
            source=frozenset({DIRENCANAKAN}),
            target=DILAKSANAKAN,
            actor="pegawai atau pejabat penilai",
            tag="dialogue:dialogue:hold",
            dasar="PP 30/2019 Ps 27(1)",
            refusal="Hanya dialog yang direncanakan yang dapat dicatat hasilnya.",
        ),
        Transition(
            name="confirm",
            source=frozenset({DILAKSANAKAN}),
            target=DILAKSANAKAN,
            actor="pegawai dan pejabat penilai",
            tag="dialogue:dialogue:confirm",
            dasar="PP 30/2019 Ps 27(1)",
            refusal="Catatan dibenarkan setelah dialog dilaksanakan; catat hasilnya dahulu.",
        ),
        Transition(
            name="cancel",
            source=frozenset({DIRENCANAKAN}),
            target=DialogueStatus.DIBATALKAN.value,
            actor="pegawai atau pejabat penilai",
            tag="dialogue:dialogue:cancel",
            dasar="PP 30/2019 Ps 27(1)",
            refusal="Dialog yang sudah dilaksanakan atau dibatalkan tidak dapat dibatalkan lagi.",
        ),
    ],
)
