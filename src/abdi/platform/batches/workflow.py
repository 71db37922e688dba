"""From an order to a file, and to nothing: what can be printed again is not kept."""

from abdi.platform.batches.enums import BatchStatus
from abdi.platform.workflow import Transition, Workflow

BATCH = Workflow(
    subject="batch",
    initial=BatchStatus.BERJALAN.value,
    transitions=[
        Transition(
            name="finish",
            source=frozenset({BatchStatus.BERJALAN.value}),
            target=BatchStatus.SELESAI.value,
            actor="Abdi",
            tag="batches:batch:finish",
            dasar="PP 30/2019 Ps 60(6)",
            refusal="Cetakan ini sudah selesai; unduh berkasnya.",
        ),
        Transition(
            name="remove",
            source=frozenset({BatchStatus.SELESAI.value}),
            target=BatchStatus.DIHAPUS.value,
            actor="pemesan",
            tag="batches:batch:remove",
            dasar="UU 27/2022 Ps 43–45",
            refusal="Hanya cetakan yang sudah selesai yang dapat dihapus.",
        ),
    ],
)
