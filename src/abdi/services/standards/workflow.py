"""The road of a standar pelayanan. What was set is never changed: a new version takes over."""

from abdi.platform.workflow import Transition, Workflow
from abdi.services.standards.enums import StandarStatus

RANCANGAN, TANGGAPAN = StandarStatus.RANCANGAN.value, StandarStatus.TANGGAPAN.value
PERBAIKAN, DITETAPKAN = StandarStatus.PERBAIKAN.value, StandarStatus.DITETAPKAN.value
DICABUT = StandarStatus.DICABUT.value
_ADMIN = "admin unit penyelenggara"

STANDAR = Workflow(
    subject="standar pelayanan",
    initial=RANCANGAN,
    transitions=[
        Transition(
            name="publish",
            source=frozenset({RANCANGAN}),
            target=TANGGAPAN,
            actor=_ADMIN,
            tag="standards:standar:publish",
            dasar="PP 96/2012 Ps 27 ayat (1)",
            refusal="Rancangan ini sudah pernah dipublikasikan atau sudah berakhir.",
        ),
        Transition(
            name="comment",
            source=frozenset({TANGGAPAN}),
            target=TANGGAPAN,
            actor="masyarakat",
            tag="standards:comment:give",
            dasar="PP 96/2012 Ps 27 ayat (2)",
            refusal="Rancangan ini tidak sedang menerima tanggapan; sampaikan lewat saluran pengaduan.",
        ),
        Transition(
            name="improve",
            source=frozenset({TANGGAPAN, PERBAIKAN}),
            target=PERBAIKAN,
            actor=_ADMIN,
            tag="standards:standar:improve",
            dasar="PP 96/2012 Ps 27 ayat (3)",
            refusal="Hanya rancangan yang sudah menerima tanggapan masyarakat yang diperbaiki.",
        ),
        Transition(
            name="set",
            source=frozenset({TANGGAPAN, PERBAIKAN}),
            target=DITETAPKAN,
            actor=_ADMIN,
            tag="standards:standar:set",
            dasar="PP 96/2012 Ps 27; UU 25/2009 Ps 20",
            refusal="Standar ditetapkan sesudah rancangannya dipublikasikan dan menerima tanggapan masyarakat.",
        ),
        Transition(
            name="adopt",
            source=frozenset({RANCANGAN}),
            target=DITETAPKAN,
            actor=_ADMIN,
            tag="standards:standar:adopt",
            dasar="UU 25/2009 Ps 20",
            refusal="Hanya rancangan yang belum dipublikasikan yang dapat dicatat sebagai standar yang sudah ada.",
        ),
        Transition(
            name="withdraw",
            source=frozenset({RANCANGAN, TANGGAPAN, PERBAIKAN, DITETAPKAN}),
            target=DICABUT,
            actor=_ADMIN,
            tag="standards:standar:withdraw",
            dasar="UU 25/2009 Ps 20",
            refusal="Standar ini sudah dicabut.",
        ),
    ],
)
