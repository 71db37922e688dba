"""A complaint as its reporter sees it, and as everybody does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from abdi.platform import moments
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PolicyRefused
from abdi.voice.complaints import policies
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Addition, Answer, Complaint, Event, IdentityView, Photo
from abdi.voice.complaints.selectors import (
    answers_of,
    case_of,
    clocks_of,
    identity_views,
    ombudsman_road_of,
    reporters_of,
)
from abdi.voice.complaints.types import Clocks, OmbudsmanRoad
from abdi.voice.complaints.workflow import COMPLAINT

_TONES = {
    Status.MENUNGGU_KELENGKAPAN: "warn",
    Status.TERVERIFIKASI: "here",
    Status.DITERUSKAN: "here",
    Status.DIPROSES: "here",
    Status.DIBUKA_KEMBALI: "here",
    Status.DIJAWAB: "ok",
    Status.SELESAI: "ok",
}
# deadline of the complaint → what it is in words, and the article it comes from
_DEADLINES: dict[str, tuple[str | Promise, str | Promise]] = {
    "verify_due": (_("Verifikasi"), _("SP4N-LAPOR!, hari kerja")),
    "first_answer_due": (_("Tanggapan pertama: lengkap atau belum"), _("UU 25/2009 Pasal 44 ayat (3)")),
    "completion_due": (_("Anda melengkapi"), _("UU 25/2009 Pasal 44 ayat (4)")),
    "answer_due": (_("Jawaban"), _("SP4N-LAPOR!, menurut kelas laporan")),
    "decision_due": (_("Keputusan"), _("UU 25/2009 Pasal 50 ayat (1)")),
    "notice_due": (_("Keputusan disampaikan"), _("UU 25/2009 Pasal 50 ayat (2)")),
}


@dataclass(frozen=True, slots=True)
class Deadline:
    words: str | Promise
    article: str | Promise
    day: date


@dataclass(frozen=True, slots=True)
class Told:
    """What everybody may read: states with their days, answers meant for all, released photographs."""

    tone: str
    events: list[Event]
    answers: list[Answer]
    photos: list[Photo]
    clocks: Clocks
    reporters: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that who holds the code may see."""

    one: Complaint
    tone: str
    events: Sequence[Event]
    answers: list[Answer]
    additions: list[Addition]
    photos: list[Photo]
    views: list[IdentityView]
    clocks: Clocks
    road: OmbudsmanRoad
    is_late: bool

    @property
    def deadlines(self) -> list[Deadline]:
        return deadlines_of(self.one)

    @property
    def can_complete(self) -> bool:
        return COMPLAINT.allows("complete_file", self.one.status)

    @property
    def can_add(self) -> bool:
        return not self.can_complete and _passes(policies.check_may_be_told_more, self.one)

    @property
    def can_confirm(self) -> bool:
        is_open = COMPLAINT.allows("confirm", self.one.status)
        return is_open and _passes(policies.check_unconfirmed, self.one)

    @property
    def can_reopen(self) -> bool:
        """One that was merged is reopened where it was merged into."""
        case = case_of(self.one)
        is_open = COMPLAINT.allows("reopen", case.status)
        return is_open and _passes(policies.check_replied_in_time, case)

    @property
    def reply_until(self) -> date | None:
        return case_of(self.one).reply_until

    @property
    def can_withdraw(self) -> bool:
        return COMPLAINT.allows("withdraw", self.one.status)

    @property
    def can_escalate(self) -> bool:
        return _passes(policies.check_can_be_escalated, self.one)


def deadlines_of(one: Complaint) -> list[Deadline]:
    """Those that are set, in the order in which they come up."""
    days = ((words, getattr(one, name)) for name, words in _DEADLINES.items())
    return [Deadline(*words, day) for words, day in days if day]


def shown_of(one: Complaint) -> Shown:
    now = moments.now()
    clocks = clocks_of(one, now)
    return Shown(
        one=one,
        tone=_TONES.get(Status(one.status), ""),
        events=list(one.events.all()),
        answers=answers_of(one),
        additions=list(one.additions.all()),
        photos=list(one.photos.all()),
        views=list(identity_views(one)),
        clocks=clocks,
        road=ombudsman_road_of(one, now),
        is_late=_is_late(clocks),
    )


def told_to_all(one: Complaint) -> Told:
    """`one` is public: whoever asks has found it in `public_complaints`."""
    return Told(
        tone=_TONES.get(Status(one.status), ""),
        events=list(one.events.select_related("unit").order_by("number")),
        answers=[answer for answer in answers_of(one) if answer.is_public],
        photos=list(one.photos.filter(is_public=True)),
        clocks=clocks_of(one, moments.now()),
        reporters=reporters_of(one),
    )


def _is_late(clocks: Clocks) -> bool:
    return bool(clocks.due and not clocks.is_paused and not clocks.ended_at and clocks.due < moments.today())


def _passes(check: Callable[[Complaint], None], one: Complaint) -> bool:
    return passes(check, one, refusal=PolicyRefused)
