"""What the public pages of a consultation show."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from abdi.platform import moments
from abdi.voice.consultation import selectors
from abdi.voice.consultation.differences import Piece, differences
from abdi.voice.consultation.enums import Phase, PostKind, ProposalStatus, Standing
from abdi.voice.consultation.models import Post, Ruling, Topic, Wording
from abdi.voice.consultation.phases import is_open, phase_of
from abdi.web.public.citizens.session import citizen_of

ON_A_PAGE = 20
TONES = {
    Phase.TERBUKA: "here",
    Phase.MENUNGGU: "warn",
    Phase.TERJAWAB: "ok",
    ProposalStatus.DITERIMA: "ok",
    ProposalStatus.SELESAI: "ok",
    ProposalStatus.DIPROSES: "here",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One topic in a list."""

    topic: Topic
    phase: Phase
    tone: str


@dataclass(frozen=True, slots=True)
class Change:
    """One wording beside the one before it."""

    words: Wording
    title: list[Piece]
    text: list[Piece]


def rows_of(topics: Any) -> list[Row]:
    today = moments.today()
    phases = ((one, phase_of(one, today, one.waiting)) for one in topics)
    return [Row(one, phase, TONES.get(phase, "")) for one, phase in phases]


def paged(request: HttpRequest, rows: Any) -> Any:
    return Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))


def topic_context(request: HttpRequest, topic: Topic) -> dict[str, Any]:
    order = "baru" if request.GET.get("urut") == "baru" else "dukungan"
    rows = selectors.proposals_of(topic, moments.now()).exclude(status=ProposalStatus.DITARIK)
    return {
        "row": rows_of([topic])[0],
        "topic": topic,
        "is_open": is_open(topic, moments.today()),
        "order": order,
        "page": paged(request, selectors.sorted_by(rows, order)),
        "days_late": days_late(topic),
    }


def proposal_context(request: HttpRequest, proposal: Post) -> dict[str, Any]:
    topic, citizen, now = proposal.topic, citizen_of(request), moments.now()
    comments = selectors.thread_of(proposal, PostKind.KOMENTAR)
    return {
        "topic": topic,
        "proposal": proposal,
        "tone": TONES.get(ProposalStatus(proposal.status), ""),
        "is_open": is_open(topic, moments.today()),
        "citizen": citizen,
        "is_mine": citizen is not None and proposal.citizen_id == citizen.pk,
        "given": selectors.support_of(proposal, citizen),
        "pending": selectors.waiting_supports(proposal, now),
        "earlier": selectors.earlier_supports(proposal),
        "official": list(selectors.thread_of(proposal, PostKind.JAWABAN, PostKind.KEMAJUAN)),
        "page": paged(request, comments),
        "ruling": latest_ruling(proposal),
    }


def page_of(post: Post) -> str:
    return reverse("public:consultation_proposal", args=[post.topic.uid, post.root.number])


def latest_ruling(post: Post) -> Ruling | None:
    """Why it cannot be read; None while it can. An appeal in between is no answer to that."""
    if post.standing == Standing.TAMPIL:
        return None
    return post.rulings.exclude(rule="").order_by("-number").first()


def history(proposal: Post) -> Iterator[Change]:
    """The latest first."""
    wordings = list(proposal.wordings.order_by("-number"))
    for words, before in zip(wordings, [*wordings[1:], Wording()], strict=True):
        yield Change(
            words, list(differences(before.title, words.title)), list(differences(before.text, words.text))
        )


def late_rows(topics: Any) -> list[tuple[Topic, int, int]]:
    """Topic, proposals that wait, and days since the earliest was promised."""
    today = moments.today()
    return [(one, one.late, (today - one.oldest_due).days) for one in topics]


def days_late(topic: Topic) -> int:
    """Since the day the office promised; 0 while nothing is owed or it is not late."""
    late = (moments.today() - topic.answers_due).days
    return late if topic.waiting and late > 0 else 0


TOPIC_HEADER = [
    "topik",
    "unit",
    "dibuka",
    "ditutup",
    "jawaban paling lambat",
    "keadaan",
    "usulan",
    "belum dijawab",
]
PROPOSAL_HEADER = [
    "nomor",
    "judul",
    "isi",
    "dikirim",
    "dukungan",
    "status",
    "jawaban pertama",
    "tindak lanjut paling lambat",
]


def topic_rows() -> Iterator[list[object]]:
    for row in rows_of(selectors.public_topics()):
        one = row.topic
        days = (one.opens, one.last_day, one.answers_due)
        yield [one.title, one.unit.name, *days, row.phase.label, one.proposals, one.waiting]


def proposal_rows(topic: Topic) -> Iterator[list[object]]:
    """Without who said it; of what is hidden without the words."""
    for one in selectors.proposals_of(topic, moments.now()).order_by("number"):
        words = one.words[0] if one.is_shown else Wording()
        sent, answered = (timezone.localdate(at) if at else "" for at in (one.posted_at, one.answered_at))
        told = (one.get_status_display(), answered, one.due_on or "")
        yield [one.number, words.title, words.text, sent, one.support, *told]
