"""The verbs of publishing and following up. Order in each: hold, permit, policy, change, audit."""

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.organisation.permissions import acting_employee, check_can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.platform.verification.actions import issue
from abdi.voice.surveys.enums import Weighing
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.publication import permissions, policies
from abdi.voice.surveys.publication.enums import Progress
from abdi.voice.surveys.publication.models import FollowUp, Publication, Reporting
from abdi.voice.surveys.publication.papers import PUBLIKASI
from abdi.voice.surveys.publication.sheet import content_of
from abdi.voice.surveys.results import results


@action
def publish(*, actor: User, period: SurveyPeriod) -> Publication:
    """Freeze what the period tells now and issue its sheet with a code; once more, as the next version.

    Raises PolicyRefused while the period runs, and below five answers.
    """
    hold(period, "unit", "layanan")
    permissions.check_can_publish(actor, period.unit)
    result = results(period)
    policies.check_publishable(period, result, timezone.localdate())
    made = Publication(
        period=period,
        version=period.publications.count() + 1,
        content=content_of(period, result),
        published_on=timezone.localdate(),
        published_by=acting_employee(actor),
    )
    write(made)
    told = {"unit": period.unit.code, "version": made.version, "ikm": made.content["ikm"], "n": result.n}
    record(actor=actor, tag="surveys:publication:publish", subject=made, data=told)
    issue(actor=actor, paper=PUBLIKASI, subject=made)
    return made


@action
def plan(
    *, actor: User, period: SurveyPeriod, unsur: str, action: str, year: int, quarter: int, responsible: str
) -> FollowUp:
    """Add a row to the plan. Raises InputRefused for no unsur, no words, or a quarter that does not exist."""
    hold(period, "unit")
    permissions.check_can_keep_plan(actor, period.unit)
    policies.check_unsur(unsur)
    made = FollowUp(
        period=period,
        unsur=unsur,
        action=stated(action, _("Tulis apa yang akan dilakukan."), "action"),
        year=year,
        quarter=quarter,
        responsible=stated(responsible, _("Tulis jabatan penanggung jawabnya."), "responsible"),
    )
    write(made)
    told = {"unsur": unsur, "year": year, "quarter": quarter}
    record(actor=actor, tag="surveys:follow_up:plan", subject=made, data=told)
    return made


@action
def tell_progress(*, actor: User, follow_up: FollowUp, progress: str, note: str = "") -> FollowUp:
    """How far it got. Raises InputRefused for "selesai" without words."""
    hold(follow_up, "period__unit")
    permissions.check_can_keep_plan(actor, follow_up.period.unit)
    policies.check_progress(progress, note)
    before, follow_up.progress = follow_up.progress, Progress(progress)
    follow_up.note, follow_up.told_on = note.strip(), timezone.localdate()
    write(follow_up)
    told = {"from": before, "to": progress}
    record(actor=actor, tag="surveys:follow_up:progress", subject=follow_up, data=told)
    return follow_up


@action
def choose_weighing(*, actor: User, weighing: str) -> Reporting:
    """How the figure of the whole instansi comes from its units, from now on."""
    check_can_manage_organisation(actor)
    reporting = hold(Reporting.objects.get_or_create()[0])
    reporting.weighing = Weighing(weighing)
    write(reporting)
    record(actor=actor, tag="surveys:reporting:choose", subject=reporting, data={"weighing": weighing})
    return reporting
