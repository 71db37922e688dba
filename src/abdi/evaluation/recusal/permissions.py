"""What this person may do about a conflict of interest."""

from abdi.evaluation.recusal.models import Conflict
from abdi.evaluation.recusal.selectors import judge_of, superior_over
from abdi.organisation.enums import Role
from abdi.organisation.selectors import employee_of, has_role
from abdi.planning.models import Skp
from abdi.planning.permissions import can_decide_skp
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_declare_conflict(user: User, skp: Skp) -> None:
    """UU 30/2014 Ps 43(2) and 44(1): the assessor must, the person judged may; an admin keeps the record."""
    if employee_of(user) == skp.employee or can_decide_skp(user, skp) or _administers(user, skp):
        return
    raise PermissionRefused(
        "Benturan kepentingan dilaporkan oleh pegawai, pejabat penilainya, atau admin instansi."
    )


def check_can_decide_conflict(user: User, conflict: Conflict) -> None:
    me = employee_of(user)
    superior = superior_over(conflict.skp, conflict.assessor)
    if me is None or me != superior:
        who = superior or "pejabat yang ditunjuk admin instansi"
        raise PermissionRefused(f"Laporan ini diputus oleh atasan pejabat penilai, yaitu {who}.")


def check_can_withdraw_conflict(user: User, conflict: Conflict) -> None:
    if user.pk != conflict.declared_by_id:
        raise PermissionRefused("Laporan ini hanya dapat dicabut oleh pelapornya.")


def check_can_see_conflict(user: User, conflict: Conflict) -> None:
    me = employee_of(user)
    if user.pk == conflict.declared_by_id or _administers(user, conflict.skp):
        return
    concerned = {conflict.skp.employee, conflict.assessor, conflict.stand_in}
    if me is None or me not in {*concerned, superior_over(conflict.skp, conflict.assessor)}:
        raise PermissionRefused(
            "Laporan ini hanya terbuka bagi yang bersangkutan dan atasan pejabat penilai."
        )


def check_can_name_reviewer(user: User, skp: Skp) -> None:
    """Not who is judged, nor who judges: nobody picks the one who decides over him."""
    if employee_of(user) in {skp.employee, judge_of(skp)} or not _administers(user, skp):
        raise PermissionRefused(
            "Pejabat pemutus ditunjuk oleh admin instansi yang tidak terlibat dalam SKP ini."
        )


def can_declare_conflict(user: User, skp: Skp) -> bool:
    return passes(check_can_declare_conflict, user, skp)


def can_decide_conflict(user: User, conflict: Conflict) -> bool:
    return passes(check_can_decide_conflict, user, conflict)


def can_withdraw_conflict(user: User, conflict: Conflict) -> bool:
    return passes(check_can_withdraw_conflict, user, conflict)


def can_see_conflict(user: User, conflict: Conflict) -> bool:
    return passes(check_can_see_conflict, user, conflict)


def can_name_reviewer(user: User, skp: Skp) -> bool:
    return passes(check_can_name_reviewer, user, skp)


def _administers(user: User, skp: Skp) -> bool:
    return user.is_operator or has_role(user, Role.ADMIN, skp.position.unit)
