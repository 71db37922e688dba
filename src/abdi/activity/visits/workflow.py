"""How a planned visit ends. Terlewat is no step anybody takes: the day goes by."""

from abdi.activity.visits.enums import VisitStatus
from abdi.platform.workflow import Transition, Workflow

DIRENCANAKAN, DIKUNJUNGI = VisitStatus.DIRENCANAKAN.value, VisitStatus.DIKUNJUNGI.value
_DASAR = "PermenPANRB 6/2022 Ps 5 (pendokumentasian kinerja)"

VISIT = Workflow(
    subject="kunjungan",
    initial=DIRENCANAKAN,
    transitions=[
        Transition(
            name="check_in",
            source=frozenset({DIRENCANAKAN}),
            target=DIKUNJUNGI,
            actor="pegawai",
            tag="visits:visit:check_in",
            dasar=_DASAR,
            refusal="Kunjungan ini sudah dicatat tiba atau dibatalkan; buka kunjungan lain di daftar hari ini.",
        ),
        Transition(
            name="cancel",
            source=frozenset({DIRENCANAKAN}),
            target=VisitStatus.DIBATALKAN.value,
            actor="pegawai atau atasan",
            tag="visits:visit:cancel",
            dasar=_DASAR,
            refusal="Hanya kunjungan yang belum dilakukan yang dapat dibatalkan.",
        ),
    ],
)
