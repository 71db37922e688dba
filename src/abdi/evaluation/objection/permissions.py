"""What this person may do with a keberatan."""

from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection.models import Keberatan
from abdi.evaluation.permissions import can_judge, check_can_see_evaluation
from abdi.evaluation.recusal.selectors import superior_over
from abdi.organisation.selectors import employee_of
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_file_keberatan(user: User, evaluation: Evaluation) -> None:
    if employee_of(user) != evaluation.skp.employee:
        raise PermissionRefused("Keberatan hanya dapat diajukan dan ditarik oleh pegawai yang dinilai.")


def check_can_withdraw_keberatan(user: User, keberatan: Keberatan) -> None:
    check_can_file_keberatan(user, keberatan.evaluation)


def check_can_explain_keberatan(user: User, keberatan: Keberatan) -> None:
    """Who set the predikat, or who judges in his place today; never the one who decides on the objection."""
    is_his = employee_of(user) == keberatan.assessor or can_judge(user, keberatan.evaluation)
    if not is_his or can_decide_keberatan(user, keberatan):
        raise PermissionRefused(f"Penjelasan diberikan oleh pejabat penilainya, {keberatan.assessor}.")


def check_can_decide_keberatan(user: User, keberatan: Keberatan) -> None:
    me = employee_of(user)
    superior = superior_over(keberatan.evaluation.skp, keberatan.assessor)
    if me is None or me != superior:
        who = superior or "pejabat yang ditunjuk admin instansi"
        raise PermissionRefused(f"Keberatan ini diputus oleh atasan pejabat penilai, yaitu {who}.")


def check_can_see_keberatan(user: User, keberatan: Keberatan) -> None:
    """Whoever sees the evaluation, and its assessor at the time, who may have moved on since."""
    if employee_of(user) != keberatan.assessor:
        check_can_see_evaluation(user, keberatan.evaluation)


def can_file_keberatan(user: User, evaluation: Evaluation) -> bool:
    return passes(check_can_file_keberatan, user, evaluation)


def can_withdraw_keberatan(user: User, keberatan: Keberatan) -> bool:
    return passes(check_can_withdraw_keberatan, user, keberatan)


def can_explain_keberatan(user: User, keberatan: Keberatan) -> bool:
    return passes(check_can_explain_keberatan, user, keberatan)


def can_decide_keberatan(user: User, keberatan: Keberatan) -> bool:
    return passes(check_can_decide_keberatan, user, keberatan)


def can_see_keberatan(user: User, keberatan: Keberatan) -> bool:
    return passes(check_can_see_keberatan, user, keberatan)
