"""The phases of a project. Going back is a step of its own, with a reason that everybody reads."""

from abdi.platform.workflow import Transition, Workflow
from abdi.voice.projects.enums import Phase

DRAF, GAGASAN, RANCANGAN = Phase.DRAF.value, Phase.GAGASAN.value, Phase.RANCANGAN.value
KEPUTUSAN, PELAKSANAAN, DIBUKA = Phase.KEPUTUSAN.value, Phase.PELAKSANAAN.value, Phase.DIBUKA.value
_DASAR = "rancangan produk; tahapnya tidak diatur pasal tertentu"


def _step(name: str, source: set[str], target: Phase, refusal: str) -> Transition:
    return Transition(
        name=name,
        source=frozenset(source),
        target=target.value,
        actor="fasilitator",
        tag=f"projects:project:{name}",
        dasar=_DASAR,
        refusal=refusal,
    )


PROJECT = Workflow(
    subject="proyek",
    initial=DRAF,
    transitions=[
        _step("publish", {DRAF}, Phase.GAGASAN, "Proyek ini sudah dibuka untuk umum."),
        _step(
            "open_vote",
            {GAGASAN},
            Phase.RANCANGAN,
            "Pemungutan suara dibuka sesudah tahap gagasan, dan sekali untuk tiap putaran.",
        ),
        _step(
            "decide",
            {RANCANGAN},
            Phase.KEPUTUSAN,
            "Keputusan diambil sesudah warga memilih di antara rancangan.",
        ),
        _step(
            "begin_work",
            {KEPUTUSAN},
            Phase.PELAKSANAAN,
            "Pekerjaan dimulai sesudah ada keputusan.",
        ),
        _step(
            "open",
            {PELAKSANAAN},
            Phase.DIBUKA,
            "Yang dapat dibuka untuk dipakai hanya proyek yang sedang dikerjakan.",
        ),
        _step(
            "rethink",
            {RANCANGAN, KEPUTUSAN, PELAKSANAAN},
            Phase.GAGASAN,
            "Hanya proyek yang sudah sampai rancangan dan belum dipakai yang dapat dipikirkan ulang.",
        ),
        _step(
            "rework",
            {DIBUKA},
            Phase.PELAKSANAAN,
            "Hanya yang sudah dipakai warga yang dapat dikerjakan lagi.",
        ),
        _step(
            "stop",
            {GAGASAN, RANCANGAN, KEPUTUSAN, PELAKSANAAN},
            Phase.DIHENTIKAN,
            "Proyek draf, yang sudah dipakai, atau yang sudah dihentikan tidak dapat dihentikan.",
        ),
    ],
)
