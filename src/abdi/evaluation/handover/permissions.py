"""What this person may do with a predikat on its way."""

from abdi.evaluation.models import Evaluation
from abdi.evaluation.permissions import can_judge
from abdi.evaluation.recusal.selectors import decider_of, superior_over
from abdi.organisation.selectors import employee_of
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_hand_over(user: User, evaluation: Evaluation) -> None:
    """Who decided it, or who judges in his place today; also who answers questions about it."""
    if user.pk != evaluation.decided_by_id and not can_judge(user, evaluation):
        raise PermissionRefused(f"Rapor ini diserahkan oleh pejabat penilainya, {decider_of(evaluation)}.")


def check_can_receive(user: User, evaluation: Evaluation) -> None:
    """Receiving, signing, refusing and asking are the employee's own."""
    if employee_of(user) != evaluation.skp.employee:
        raise PermissionRefused("Rapor ini hanya dapat diterima oleh pegawai yang dinilai.")


def check_can_settle(user: User, evaluation: Evaluation) -> None:
    me = employee_of(user)
    superior = superior_over(evaluation.skp, decider_of(evaluation))
    if me is None or me != superior:
        who = superior or "pejabat yang ditunjuk admin instansi"
        raise PermissionRefused(f"Rapor ini ditetapkan oleh atasan pejabat penilai, yaitu {who}.")


def can_hand_over(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_hand_over, user, evaluation)


def can_receive(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_receive, user, evaluation)


def can_settle(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_settle, user, evaluation)
