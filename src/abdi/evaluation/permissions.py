"""What this person may do with an evaluation."""

from abdi.evaluation.models import Evaluation
from abdi.organisation.selectors import employee_of
from abdi.planning import permissions as planning
from abdi.planning.models import Skp
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_open_evaluation(user: User, skp: Skp) -> None:
    if not (planning.can_decide_skp(user, skp) or planning.can_edit_skp(user, skp)):
        raise PermissionRefused(
            "Evaluasi dibuka oleh pegawai, pejabat penilainya, atau tim pengelola kinerja."
        )


def check_can_judge(user: User, evaluation: Evaluation) -> None:
    """Only the pejabat penilai sets ratings and predikat (PP 30/2019 Ps 46)."""
    planning.check_can_decide_skp(user, evaluation.skp)


def check_can_report(user: User, evaluation: Evaluation) -> None:
    if employee_of(user) != evaluation.skp.employee:
        raise PermissionRefused("Realisasi dilaporkan oleh pegawai yang bersangkutan.")


def check_can_see_evaluation(user: User, evaluation: Evaluation) -> None:
    planning.check_can_see_skp(user, evaluation.skp)


def can_open_evaluation(user: User, skp: Skp) -> bool:
    return passes(check_can_open_evaluation, user, skp)


def can_judge(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_judge, user, evaluation)


def can_report(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_report, user, evaluation)


def can_see_evaluation(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_see_evaluation, user, evaluation)
