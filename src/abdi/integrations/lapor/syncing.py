"""One exchange: what is new there comes in, what became of it here goes out."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.integrations.lapor import actions
from abdi.integrations.lapor.client import HttpDesk
from abdi.integrations.lapor.contract import Desk, Report, Unreadable
from abdi.integrations.lapor.models import LONGEST_REASON, Held
from abdi.integrations.lapor.selectors import cursor
from abdi.platform.accounts.models import User
from abdi.platform.errors import DomainError, InputRefused, PolicyRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.voice.complaints.models import Complaint

PAGES = 50  # of one exchange: what is left comes with the next
AGAIN = 100  # reports held back that are asked for again in one exchange


@dataclass
class Outcome:
    taken: list[Complaint] = field(default_factory=list)
    held: list[Unreadable] = field(default_factory=list)
    steps: int = 0


def instansi_concerned() -> Instansi:
    """The one that the settings name, or the only one. Raises PolicyRefused where that is a guess."""
    code = settings.LAPOR_INSTANSI or settings.ABDI_INSTANSI
    known = list(Instansi.objects.filter(code=code) if code else Instansi.objects.all()[:2])
    if len(known) != 1:
        raise PolicyRefused(_("Tidak jelas laporan LAPOR milik instansi mana; isi ABDI_LAPOR_INSTANSI."))
    return known[0]


def synchronise(*, actor: User) -> Outcome:
    """What went in before the other side failed stays in; the next exchange goes on there.

    Raises DomainError with the sentence of what failed.
    """
    instansi = instansi_concerned()
    with instansi_scope(instansi), timezone.override(instansi.timezone):
        desk, outcome = HttpDesk(), Outcome()
        _ask_again(actor, desk, outcome)
        _ask_on(actor, desk, outcome)
        outcome.steps = actions.tell_what_became(actor=actor, now=timezone.now())
    return outcome


def _ask_again(actor: User, desk: Desk, outcome: Outcome) -> None:
    for held in Held.objects.all()[:AGAIN]:
        try:
            report: Report | Unreadable = desk.fetch_one(held.key)
        except InputRefused as unfit:
            report = Unreadable(held.key, unfit.message)
        _take(actor, desk, report, outcome)


def _ask_on(actor: User, desk: Desk, outcome: Outcome) -> None:
    for _number in range(PAGES):
        page = desk.fetch(cursor())
        for report in page.reports:
            _take(actor, desk, report, outcome)
        if page.reports:
            actions.advance(actor=actor, cursor=page.cursor)
        if not (page.reports and page.has_more):
            break


def _take(actor: User, desk: Desk, report: Report | Unreadable, outcome: Outcome) -> None:
    """One that cannot be taken in is held back, and the others go on. Where the other side is away, all wait."""
    if isinstance(report, Report) and _is_known(report):
        return
    filed = _filed(actor, desk, report) if isinstance(report, Report) else report
    if isinstance(filed, Complaint):
        outcome.taken.append(filed)
        return
    outcome.held.append(filed)
    if not _is_held(filed):
        actions.hold_back(actor=actor, unreadable=filed)


def _is_known(report: Report) -> bool:
    return Complaint.objects.filter(source=actions.SOURCE, source_key=report.key).exists()


def _is_held(unreadable: Unreadable) -> bool:
    """For this reason already: a line of the trail every hour would tell nothing new."""
    return Held.objects.filter(key=unreadable.key, reason=unreadable.reason[:LONGEST_REASON]).exists()


def _filed(actor: User, desk: Desk, report: Report) -> Complaint | Unreadable:
    """Who is anonymous is not even asked for: what was never here cannot be found here."""
    try:
        reporter = None if report.is_anonymous else desk.reporter_of(report.key)
    except InputRefused as unfit:
        return Unreadable(report.key, unfit.message)
    try:
        return actions.take_in(actor=actor, report=report, reporter=reporter)
    except DomainError as refusal:
        return Unreadable(report.key, refusal.message)
