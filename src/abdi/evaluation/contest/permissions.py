"""What this person may do about a contested fact."""

from abdi.evaluation.contest.models import Contest
from abdi.evaluation.models import Evaluation
from abdi.evaluation.permissions import can_judge, check_can_see_evaluation
from abdi.facts.permissions import can_correct_facts, check_can_correct_facts
from abdi.organisation.selectors import employee_of
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_contest(user: User, evaluation: Evaluation) -> None:
    if employee_of(user) != evaluation.skp.employee:
        raise PermissionRefused("Fakta disanggah, dan sanggahannya ditarik, oleh pegawai yang dinilai.")


def check_can_check_contest(user: User, contest: Contest) -> None:
    """The unit's data steward: who may correct its facts, and is neither the one judged nor the one who judges."""
    check_can_correct_facts(user, contest.unit)
    evaluation = contest.realisation.evaluation
    if employee_of(user) == evaluation.skp.employee or can_judge(user, evaluation):
        raise PermissionRefused(
            "Sanggahan diperiksa oleh admin unit yang bukan pegawai atau penilainya sendiri."
        )


def check_can_see_contest(user: User, contest: Contest) -> None:
    if not can_correct_facts(user, contest.unit):
        check_can_see_evaluation(user, contest.realisation.evaluation)


def can_contest(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_contest, user, evaluation)


def can_check_contest(user: User, contest: Contest) -> bool:
    return passes(check_can_check_contest, user, contest)


def can_see_contest(user: User, contest: Contest) -> bool:
    return passes(check_can_see_contest, user, contest)
