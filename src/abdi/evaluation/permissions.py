"""What this person may do with an evaluation."""

from abdi.evaluation.models import Evaluation
from abdi.evaluation.recusal.models import Reviewer
from abdi.evaluation.recusal.selectors import stand_in_of
from abdi.organisation.selectors import signs_in_as
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
    """Only the pejabat penilai sets ratings and predikat (PP 30/2019 Ps 46).

    Where he has a conflict of interest, only the superior who found it (UU 30/2014 Ps 42(2) and 44(4)).
    """
    stand_in = stand_in_of(evaluation.skp)
    if stand_in is None:
        planning.check_can_decide_skp(user, evaluation.skp)
    elif not signs_in_as(user, stand_in):
        raise PermissionRefused(f"Karena benturan kepentingan, SKP ini dinilai oleh {stand_in}.")


def check_can_report(user: User, evaluation: Evaluation) -> None:
    if not signs_in_as(user, evaluation.skp.employee):
        raise PermissionRefused("Realisasi dilaporkan oleh pegawai yang bersangkutan.")


def check_can_see_evaluation(user: User, evaluation: Evaluation) -> None:
    """Whoever sees the plan, and who was named to decide above its assessor."""
    named = Reviewer.objects.filter(skp=evaluation.skp, employee__user_id=user.pk)
    if not named.exists():
        planning.check_can_see_skp(user, evaluation.skp)


def can_open_evaluation(user: User, skp: Skp) -> bool:
    return passes(check_can_open_evaluation, user, skp)


def can_judge(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_judge, user, evaluation)


def can_report(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_report, user, evaluation)


def can_see_evaluation(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_see_evaluation, user, evaluation)
