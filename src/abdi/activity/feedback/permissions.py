"""What this person may do with words about somebody. Reading is for two: the employee and his pejabat penilai."""

from django.utils import timezone

from abdi.activity.feedback.enums import CollectionKind, GiverRole
from abdi.activity.feedback.models import Collection, Invitation
from abdi.activity.feedback.relations import role_towards
from abdi.organisation.models import Employee
from abdi.organisation.selectors import assessor_of, employee_of
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_ask_feedback(user: User, about: Employee) -> None:
    _check_is_one_of_two(user, about, "Umpan balik diminta oleh pegawainya sendiri atau pejabat penilainya.")


def check_can_give_feedback(user: User, about: Employee) -> None:
    """Whoever works with him, and whoever was asked."""
    giver = employee_of(user)
    if giver is None or not (
        role_towards(giver, about, timezone.localdate()) or waiting_invitation(giver, about)
    ):
        raise PermissionRefused(
            f"Umpan balik tentang {about} diberikan oleh yang bekerja bersamanya atau yang diminta."
        )


def check_can_see_feedback(user: User, about: Employee) -> None:
    _check_is_one_of_two(user, about, "Umpan balik ini terbuka bagi pegawainya dan pejabat penilainya.")


def check_can_propose_survey(user: User, about: Employee) -> None:
    _check_is_one_of_two(
        user, about, "Survei 360° diusulkan oleh pegawainya sendiri atau pejabat penilainya."
    )


def check_can_see_collection(user: User, collection: Collection) -> None:
    check_can_see_feedback(user, collection.about)


def check_can_lead_collection(user: User, collection: Collection) -> None:
    """Confirming the raters and closing are the assessor's (PP 30/2019 Ps 39)."""
    me = employee_of(user)
    if me is None or me != assessor_of(collection.about, timezone.localdate()):
        raise PermissionRefused(f"Hanya pejabat penilai {collection.about} yang dapat memutuskannya.")


def check_can_answer_survey(user: User, collection: Collection) -> None:
    """Those invited; the employee and his assessor, whose answers carry their names."""
    me = employee_of(user)
    if me is None or answering_role(me, collection) is None:
        raise PermissionRefused("Survei ini hanya diisi oleh penanggap yang diundang.")


def answering_role(employee: Employee, collection: Collection) -> GiverRole | None:
    """As what he answers this collection; None for everybody else."""
    if employee == collection.about:
        return GiverRole.DIRI
    if employee == assessor_of(collection.about, timezone.localdate()):
        return GiverRole.PIMPINAN
    invitation = collection.invitations.filter(rater=employee).first()
    return GiverRole(invitation.role) if invitation else None


def waiting_invitation(giver: Employee, about: Employee) -> Invitation | None:
    """What somebody was asked to say about another in a box that is still open."""
    rows = Invitation.objects.filter(
        rater=giver, collection__about=about, collection__kind=CollectionKind.KOTAK
    )
    return rows.filter(collection__closes_on__gte=timezone.localdate()).select_related("collection").first()


def can_ask_feedback(user: User, about: Employee) -> bool:
    return passes(check_can_ask_feedback, user, about)


def can_give_feedback(user: User, about: Employee) -> bool:
    return passes(check_can_give_feedback, user, about)


def can_see_feedback(user: User, about: Employee) -> bool:
    return passes(check_can_see_feedback, user, about)


def can_propose_survey(user: User, about: Employee) -> bool:
    return passes(check_can_propose_survey, user, about)


def can_see_collection(user: User, collection: Collection) -> bool:
    return passes(check_can_see_collection, user, collection)


def can_lead_collection(user: User, collection: Collection) -> bool:
    return passes(check_can_lead_collection, user, collection)


def can_answer_survey(user: User, collection: Collection) -> bool:
    return passes(check_can_answer_survey, user, collection)


def _check_is_one_of_two(user: User, about: Employee, sentence: str) -> None:
    me = employee_of(user)
    if me is None or me not in {about, assessor_of(about, timezone.localdate())}:
        raise PermissionRefused(sentence)
