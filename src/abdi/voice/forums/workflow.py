"""How a forum goes from a draft to what was agreed there."""

from abdi.platform.workflow import Transition, Workflow
from abdi.voice.forums.enums import ForumStatus

RANCANGAN, DIUMUMKAN = ForumStatus.RANCANGAN.value, ForumStatus.DIUMUMKAN.value
DILAKSANAKAN = ForumStatus.DILAKSANAKAN.value
_DASAR = "PP 96/2012 Ps 23, 26; PermenPANRB 16/2017 (menurut sumber sekunder; naskahnya belum diperiksa)"


def _step(name: str, source: set[str], target: ForumStatus, refusal: str) -> Transition:
    return Transition(
        name=name,
        source=frozenset(source),
        target=target.value,
        actor="fasilitator",
        tag=f"forums:forum:{name}",
        dasar=_DASAR,
        refusal=refusal,
    )


FORUM = Workflow(
    subject="forum",
    initial=RANCANGAN,
    transitions=[
        _step(
            "change",
            {RANCANGAN},
            ForumStatus.RANCANGAN,
            "Isi forum hanya dapat diubah selama masih rancangan; yang sudah diumumkan dipindah jadwalnya.",
        ),
        _step(
            "announce",
            {RANCANGAN},
            ForumStatus.DIUMUMKAN,
            "Hanya rancangan forum yang dapat diumumkan, dan hanya sekali.",
        ),
        _step(
            "move",
            {DIUMUMKAN},
            ForumStatus.DIUMUMKAN,
            "Hanya forum yang diumumkan dan belum dilaksanakan yang dapat dipindah.",
        ),
        _step(
            "cancel",
            {RANCANGAN, DIUMUMKAN},
            ForumStatus.DIBATALKAN,
            "Forum yang sudah dilaksanakan atau dibatalkan tidak dapat dibatalkan lagi.",
        ),
        _step(
            "hold",
            {DIUMUMKAN},
            ForumStatus.DILAKSANAKAN,
            "Hanya forum yang sudah diumumkan yang dapat dicatat sebagai dilaksanakan.",
        ),
        _step(
            "minute",
            {DILAKSANAKAN},
            ForumStatus.DILAKSANAKAN,
            "Masukan, jawaban, tindak lanjut, dan tanda tangan dicatat sesudah forum dilaksanakan dan sebelum "
            "berita acaranya ditetapkan.",
        ),
        _step(
            "settle",
            {DILAKSANAKAN},
            ForumStatus.DITETAPKAN,
            "Berita acara ditetapkan sekali, sesudah forum dilaksanakan.",
        ),
    ],
)
