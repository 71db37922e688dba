"""How a topic opens and closes, what becomes of a proposal, and when words are hidden."""

from abdi.platform.workflow import Transition, Workflow
from abdi.voice.consultation.enums import CONTESTABLE, ProposalStatus, Standing, TopicStatus

_DASAR = "PermenPANRB 16/2017 (menurut sumber sekunder; naskahnya belum diperiksa)"


def _step(subject: str, name: str, source: set[str], target: str, actor: str, refusal: str) -> Transition:
    return Transition(
        name=name,
        source=frozenset(source),
        target=target,
        actor=actor,
        tag=f"consultation:{subject}:{name}",
        dasar=_DASAR,
        refusal=refusal,
    )


RANCANGAN, TERBIT = TopicStatus.RANCANGAN.value, TopicStatus.TERBIT.value

TOPIC = Workflow(
    subject="topik konsultasi",
    initial=RANCANGAN,
    transitions=[
        _step("topic", "publish", {RANCANGAN}, TERBIT, "fasilitator", "Topik ini sudah terbit."),
        _step(
            "topic",
            "close",
            {TERBIT},
            TopicStatus.DITUTUP.value,
            "fasilitator",
            "Hanya topik yang terbit yang dapat ditutup, dan hanya sekali.",
        ),
    ],
)

DIAJUKAN, DIPROSES = ProposalStatus.DIAJUKAN.value, ProposalStatus.DIPROSES.value
DITERIMA = ProposalStatus.DITERIMA.value
_ANSWERED = "Usulan ini sudah dijawab atau ditarik, jadi jawabannya tidak diganti; laporkan kemajuannya saja."

PROPOSAL = Workflow(
    subject="usulan konsultasi",
    initial=DIAJUKAN,
    transitions=[
        _step("proposal", "take_up", {DIAJUKAN}, DIPROSES, "pejabat", _ANSWERED),
        _step("proposal", "accept", {DIAJUKAN, DIPROSES}, DITERIMA, "pejabat", _ANSWERED),
        _step(
            "proposal",
            "refuse",
            {DIAJUKAN, DIPROSES},
            ProposalStatus.DITOLAK.value,
            "pejabat",
            _ANSWERED,
        ),
        _step(
            "proposal",
            "finish",
            {DITERIMA},
            ProposalStatus.SELESAI.value,
            "pejabat",
            "Yang dinyatakan terlaksana ialah usulan yang diterima.",
        ),
        _step(
            "proposal",
            "withdraw",
            {DIAJUKAN},
            ProposalStatus.DITARIK.value,
            "warga",
            "Usulan ini sudah dijawab atau ditarik, jadi tidak dapat ditarik lagi.",
        ),
    ],
)

TAMPIL, DITANGGUHKAN = Standing.TAMPIL.value, Standing.DITANGGUHKAN.value
DISEMBUNYIKAN, BANDING = Standing.DISEMBUNYIKAN.value, Standing.BANDING.value
_LOOKED = "Ini sudah disembunyikan; selanjutnya diputus pengawas bila penulisnya berkeberatan."

MODERATION = Workflow(
    subject="moderasi konsultasi",
    initial=TAMPIL,
    transitions=[
        _step("post", "suspend", {TAMPIL}, DITANGGUHKAN, "sistem", "Ini sudah tidak tampil."),
        _step("post", "hide", {TAMPIL, DITANGGUHKAN}, DISEMBUNYIKAN, "fasilitator", _LOOKED),
        _step("post", "keep", {TAMPIL, DITANGGUHKAN}, TAMPIL, "fasilitator", _LOOKED),
        _step(
            "post",
            "appeal",
            {one.value for one in CONTESTABLE},
            BANDING,
            "warga",
            "Keberatan diajukan atas yang ditangguhkan atau disembunyikan, dan hanya sekali.",
        ),
        _step(
            "post",
            "uphold",
            {BANDING},
            Standing.DIKUATKAN.value,
            "pengawas",
            "Pengawas memutus yang dikeberatani penulisnya.",
        ),
        _step(
            "post",
            "restore",
            {BANDING},
            TAMPIL,
            "pengawas",
            "Pengawas memutus yang dikeberatani penulisnya.",
        ),
    ],
)
