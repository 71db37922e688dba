"""A calibration is open until its leader closes it; a closed one stays as it was."""

from abdi.evaluation.calibration.enums import SessionStatus
from abdi.platform.workflow import Transition, Workflow

CALIBRATION = Workflow(
    subject="calibration",
    initial=SessionStatus.TERBUKA.value,
    transitions=[
        Transition(
            name="move",
            source=frozenset({SessionStatus.TERBUKA.value}),
            target=SessionStatus.TERBUKA.value,
            actor="pimpinan unit atau pengelola kinerja",
            tag="evaluation:calibration:move",
            dasar="PermenPANRB 6/2022 Ps 24 dan 25",
            refusal="Kalibrasi ini sudah ditutup; usulan baru lewat kalibrasi yang baru.",
        ),
        Transition(
            name="close",
            source=frozenset({SessionStatus.TERBUKA.value}),
            target=SessionStatus.DITUTUP.value,
            actor="pimpinan unit atau pengelola kinerja",
            tag="evaluation:calibration:close",
            dasar="PermenPANRB 6/2022 Ps 24 dan 25",
            refusal="Kalibrasi ini sudah ditutup.",
        ),
    ],
)
