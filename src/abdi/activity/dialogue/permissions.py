"""What this person may do with a talk: the two who talk, and for bimbingan the chain above."""

from django.utils import timezone

from abdi.activity.dialogue.models import AgreedAction, Dialogue, Session
from abdi.organisation.enums import Role
from abdi.organisation.models import Employee
from abdi.organisation.selectors import assessor_of, chain_above, employee_of, has_role, placement_of
from abdi.planning import permissions as planning
from abdi.planning.models import Skp
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_plan_dialogue(user: User, skp: Skp) -> None:
    if employee_of(user) != skp.employee and not planning.can_decide_skp(user, skp):
        raise PermissionRefused("Dialog kinerja direncanakan oleh pegawai atau pejabat penilainya.")


def check_can_see_dialogue(user: User, dialogue: Dialogue) -> None:
    """The two of it, and who assesses the employee by now."""
    me = employee_of(user)
    if me is None or (me != dialogue.leader and not can_plan_dialogue(user, dialogue.skp)):
        raise PermissionRefused("Dialog ini hanya terbuka bagi pegawai dan pejabat penilainya.")


def check_can_complete_action(user: User, agreed: AgreedAction) -> None:
    if employee_of(user) != agreed.owner:
        raise PermissionRefused(f"Tindakan ini diselesaikan oleh {agreed.owner}.")


def check_can_coach(user: User, employee: Employee) -> None:
    """Bimbingan is the leader's: the assessor, or one above him (PP 30/2019 Ps 30)."""
    me = employee_of(user)
    if me is None or me not in chain_above(employee, timezone.localdate()):
        raise PermissionRefused(f"Bimbingan kinerja {employee} dilakukan oleh atasannya.")


def check_can_counsel(user: User, employee: Employee) -> None:
    """A leader, or an official with that function (PP 30/2019 Ps 33): here the unit's pengelola kinerja."""
    placement = placement_of(employee, timezone.localdate())
    unit = placement.position.unit if placement else None
    if not (can_coach(user, employee) or has_role(user, Role.PENGELOLA_KINERJA, unit)):
        raise PermissionRefused(
            f"Konseling {employee} dilakukan oleh atasannya atau pengelola kinerja unitnya yang terlatih."
        )


def check_can_see_session(user: User, session: Session) -> None:
    """That it took place. What was said in konseling is not part of it."""
    me = employee_of(user)
    if me in {session.employee, session.official}:
        return
    if me is None or me not in chain_above(session.employee, timezone.localdate()):
        raise PermissionRefused("Catatan ini hanya terbuka bagi pegawai, pembimbing, dan atasannya.")


def check_can_read_notes(user: User, session: Session) -> None:
    check_can_see_session(user, session)
    if session.is_private and employee_of(user) not in {session.employee, session.official}:
        raise PermissionRefused("Isi konseling bersifat rahasia (PP 30/2019 Ps 33).")


def check_can_give_session_feedback(user: User, session: Session) -> None:
    if employee_of(user) != session.employee:
        raise PermissionRefused("Formulir B.1.8 diisi oleh pegawai yang dibimbing.")


def check_can_read_session_feedback(user: User, session: Session) -> None:
    """Handed to the superior of who led the session; not to the one it is about."""
    me = employee_of(user)
    if me is None or me not in {session.employee, assessor_of(session.official, timezone.localdate())}:
        raise PermissionRefused("Formulir B.1.8 hanya terbuka bagi pengisinya dan atasan pembimbing.")


def check_can_assess_competencies(user: User, session: Session) -> None:
    if employee_of(user) != session.official:
        raise PermissionRefused(f"Formulir B.1.9 diisi oleh pembimbing, {session.official}.")


def can_plan_dialogue(user: User, skp: Skp) -> bool:
    return passes(check_can_plan_dialogue, user, skp)


def can_see_dialogue(user: User, dialogue: Dialogue) -> bool:
    return passes(check_can_see_dialogue, user, dialogue)


def can_complete_action(user: User, agreed: AgreedAction) -> bool:
    return passes(check_can_complete_action, user, agreed)


def can_coach(user: User, employee: Employee) -> bool:
    return passes(check_can_coach, user, employee)


def can_counsel(user: User, employee: Employee) -> bool:
    return passes(check_can_counsel, user, employee)


def can_see_session(user: User, session: Session) -> bool:
    return passes(check_can_see_session, user, session)


def can_read_notes(user: User, session: Session) -> bool:
    return passes(check_can_read_notes, user, session)


def can_give_session_feedback(user: User, session: Session) -> bool:
    return passes(check_can_give_session_feedback, user, session)


def can_read_session_feedback(user: User, session: Session) -> bool:
    return passes(check_can_read_session_feedback, user, session)


def can_assess_competencies(user: User, session: Session) -> bool:
    return passes(check_can_assess_competencies, user, session)
