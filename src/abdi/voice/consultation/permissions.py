"""Who may do what in a consultation.

A citizen speaks for himself; facilitators open topics and moderate by rule; the head, pejabat penghubung or pimpinan
of the unit answers; and what a moderator hid is weighed by the inspectorate, never by the office that was criticised.
"""

from django.utils.translation import gettext as _

from abdi.organisation.enums import Role
from abdi.organisation.models import Unit
from abdi.organisation.selectors import (
    employee_of,
    has_any_role,
    placement_of,
    units_below,
    units_led,
    units_trusted,
    with_units_led,
)
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.citizens.models import Citizen
from abdi.platform.citizens.permissions import check_can_act_as_citizen
from abdi.platform.citizens.policies import check_may_take_part
from abdi.platform.errors import PermissionRefused
from abdi.voice.consultation.enums import Deed
from abdi.voice.consultation.models import Post, Topic
from abdi.voice.permissions import can_facilitate, units_facilitated

_ANSWERS = {Role.PENGHUBUNG, Role.PIMPINAN}
_OVERSEES = {Role.PENGAWAS}


def check_can_take_part(user: User, citizen: Citizen) -> None:
    """Speaking, voting and reporting are a citizen's, and nobody's from the office."""
    check_can_act_as_citizen(user)
    check_may_take_part(citizen)


def check_can_change_post(user: User, post: Post, citizen: Citizen) -> None:
    """One's own words."""
    check_can_take_part(user, citizen)
    if post.citizen_id != citizen.pk:
        raise PermissionRefused(_("Hanya penulisnya yang dapat melakukan ini."))


def check_can_appeal(user: User, post: Post, citizen: Citizen) -> None:
    """Also somebody whose account was stopped keeps the right to be heard."""
    check_can_act_as_citizen(user)
    if post.citizen_id != citizen.pk or citizen.erased_at is not None:
        raise PermissionRefused(_("Keberatan diajukan oleh penulisnya."))


def check_can_answer(user: User, unit: Unit) -> None:
    """An official of the unit; whoever merely runs the installation answers for nobody."""
    me = employee_of(user)
    if me is None or not (has_any_role(user, _ANSWERS, unit) or unit.pk in units_led(user)):
        raise PermissionRefused(
            _("Jawaban resmi diberikan kepala, pimpinan, atau pejabat penghubung %s.") % unit
        )


def check_can_answer_somewhere(user: User) -> None:
    if units_answered(user) == set():
        raise PermissionRefused(_("Jawaban resmi diberikan kepala, pimpinan, atau pejabat penghubung unit."))


def check_can_speak_officially(user: User, unit: Unit) -> None:
    """A comment in the name of the office."""
    if employee_of(user) is None or not can_facilitate(user, unit):
        check_can_answer(user, unit)


def check_can_moderate_somewhere(user: User) -> None:
    """The queue: for who moderates, and for who weighs appeals."""
    if units_facilitated(user) == set() and units_overseen(user) == set():
        raise PermissionRefused(_("Antrean moderasi untuk fasilitator dan pengawas internal."))


def check_can_weigh_appeal(user: User, post: Post) -> None:
    """The inspectorate; not whoever hid it, and nobody who works in the unit it is about."""
    if not has_any_role(user, _OVERSEES, post.topic.unit):
        raise PermissionRefused(_("Keberatan diputus pengawas internal, bukan unit yang dikritik."))
    me = employee_of(user)
    here = placement_of(me) if me else None
    if here and here.position.unit_id in units_below(post.topic.unit):
        raise PermissionRefused(_("Anda bekerja di unit yang dikritik; keberatan ini diputus pengawas lain."))
    if post.rulings.filter(deed=Deed.SEMBUNYIKAN, actor=user).exists():
        raise PermissionRefused(_("Anda yang menyembunyikannya; keberatan ini diputus pengawas lain."))


def check_can_stop_citizen(user: User) -> None:
    """Silencing a person is for the inspectorate of the whole instansi."""
    if not has_any_role(user, _OVERSEES):
        raise PermissionRefused(_("Akun warga dihentikan oleh pengawas internal."))


def check_can_watch_answers(user: User) -> None:
    """Reminders are the clock's, so that nobody can spare himself one."""
    if not user.is_operator:
        raise PermissionRefused(_("Peringatan tenggat dikirim oleh sistem."))


def units_answered(user: User) -> set[int] | None:
    """Ids of the units in whose name this person answers; None means the whole instansi."""
    return with_units_led(units_trusted(user, _ANSWERS), user) if employee_of(user) else set()


def units_overseen(user: User) -> set[int] | None:
    return units_trusted(user, _OVERSEES)


def check_can_consult_somewhere(user: User) -> None:
    """The list at work: for who opens topics, answers, or weighs appeals."""
    if all(of(user) == set() for of in (units_facilitated, units_answered, units_overseen)):
        raise PermissionRefused(
            _("Konsultasi dikelola fasilitator, dijawab unitnya, dan diawasi pengawas internal.")
        )


def check_can_see_topic(user: User, topic: Topic) -> None:
    """At work; a draft is nobody else's business yet."""
    if not (can_answer(user, topic.unit) or can_facilitate(user, topic.unit)):
        raise PermissionRefused(_("Topik ini dikelola fasilitator dan penjawab %s.") % topic.unit)


def can_take_part(user: User, citizen: Citizen) -> bool:
    return passes(check_can_take_part, user, citizen)


def can_change_post(user: User, post: Post, citizen: Citizen) -> bool:
    return passes(check_can_change_post, user, post, citizen)


def can_appeal(user: User, post: Post, citizen: Citizen) -> bool:
    return passes(check_can_appeal, user, post, citizen)


def can_answer(user: User, unit: Unit) -> bool:
    return passes(check_can_answer, user, unit)


def can_answer_somewhere(user: User) -> bool:
    return passes(check_can_answer_somewhere, user)


def can_speak_officially(user: User, unit: Unit) -> bool:
    return passes(check_can_speak_officially, user, unit)


def can_moderate_somewhere(user: User) -> bool:
    return passes(check_can_moderate_somewhere, user)


def can_weigh_appeal(user: User, post: Post) -> bool:
    return passes(check_can_weigh_appeal, user, post)


def can_stop_citizen(user: User) -> bool:
    return passes(check_can_stop_citizen, user)


def can_watch_answers(user: User) -> bool:
    return passes(check_can_watch_answers, user)


def can_consult_somewhere(user: User) -> bool:
    return passes(check_can_consult_somewhere, user)


def can_see_topic(user: User, topic: Topic) -> bool:
    return passes(check_can_see_topic, user, topic)
