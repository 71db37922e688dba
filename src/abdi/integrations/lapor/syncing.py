"""One exchange: what is new there comes in, what became of it here goes out."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.integrations.lapor import actions
from abdi.integrations.lapor.client import HttpDesk
from abdi.integrations.lapor.contract import Desk, Page, Report, Unreadable
from abdi.integrations.lapor.models import Held
from abdi.integrations.lapor.selectors import cursor
from abdi.platform.accounts.models import User
from abdi.platform.errors import DomainError, InputRefused, PolicyRefused
from abdi.platform.tenancy.models import Instansi
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.types import Reporter

PAGES = 50  # of one exchange: what is left comes with the next
AGAIN = 100  # reports held back that are asked for again in one exchange


@dataclass
class Outcome:
    taken: list[Complaint] = field(default_factory=list)
    held: list[Unreadable] = field(default_factory=list)
    steps: int = 0


def is_connected() -> bool:
    return bool(settings.LAPOR_URL and settings.LAPOR_KEY)


def instansi_concerned() -> Instansi:
    """The one that the settings name, or the only one. Raises PolicyRefused where that is a guess."""
    code = settings.LAPOR_INSTANSI or settings.ABDI_INSTANSI
    known = list(Instansi.objects.filter(code=code) if code else Instansi.objects.all()[:2])
    if len(known) != 1:
        raise PolicyRefused(_("Tidak jelas laporan LAPOR milik instansi mana; isi ABDI_LAPOR_INSTANSI."))
    return known[0]


def synchronise(*, actor: User, desk: Desk | None = None) -> Outcome:
    """In the scope of the instansi. What went in before the other side failed stays in; the next one goes on there.

    Raises DomainError with the sentence of what failed.
    """
    desk, outcome = desk or HttpDesk(), Outcome()
    _ask_again(actor, desk, outcome)
    for _number in range(PAGES):
        page = desk.fetch(cursor())
        for report in page.reports:
            _take(actor, desk, report, outcome)
        if page.reports:
            actions.advance(actor=actor, cursor=page.cursor, taken=outcome.taken)
        if not _goes_on(page):
            break
    outcome.steps = actions.tell_what_became(actor=actor, now=timezone.now())
    return outcome


def _goes_on(page: Page) -> bool:
    return page.has_more and bool(page.reports)


def _take(actor: User, desk: Desk, report: Report | Unreadable, outcome: Outcome) -> None:
    """One that cannot be taken in is held back, and the others go on. Where the other side is away, all wait."""
    if isinstance(report, Report):
        if Complaint.objects.filter(source=actions.SOURCE, source_key=report.key).exists():
            return
        reporter = _reporter(desk, report)
        try:
            if not isinstance(reporter, Unreadable):
                outcome.taken.append(actions.take_in(actor=actor, report=report, reporter=reporter))
                return
            report = reporter
        except DomainError as refusal:
            report = Unreadable(report.key, refusal.message)
    actions.hold_back(actor=actor, unreadable=report)
    outcome.held.append(report)


def _reporter(desk: Desk, report: Report) -> Reporter | Unreadable | None:
    """Who is anonymous is not even asked for: what was never here cannot be found here."""
    try:
        return None if report.is_anonymous else desk.reporter_of(report.key)
    except InputRefused as unfit:
        return Unreadable(report.key, unfit.message)


def _ask_again(actor: User, desk: Desk, outcome: Outcome) -> None:
    for held in Held.objects.all()[:AGAIN]:
        try:
            report: Report | Unreadable = desk.fetch_one(held.key)
        except InputRefused as unfit:
            report = Unreadable(held.key, unfit.message)
        _take(actor, desk, report, outcome)
