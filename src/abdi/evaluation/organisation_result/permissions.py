"""Who decides what a unit achieved, and who may look at how its people are spread."""

from django.utils import timezone

from abdi.evaluation.organisation_result.selectors import leaders_above
from abdi.organisation.enums import Role
from abdi.organisation.models import Unit
from abdi.organisation.permissions import units_in_view
from abdi.organisation.selectors import employee_of, has_any_role, heads_of, with_units_led
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused


def check_can_decide_result(user: User, unit: Unit) -> None:
    """SE MenPANRB 3/2023: the leader above the organisation decides, never its own leader.

    Above the highest unit nobody has an account, so its result is entered by who is trusted with the whole instansi.
    """
    today, me = timezone.localdate(), employee_of(user)
    leaders = leaders_above([unit], today)[unit.pk]
    if leaders and me not in leaders:
        raise PermissionRefused(
            f"Capaian organisasi {unit} ditetapkan pimpinan di atasnya, {leaders[0]}; mintalah kepadanya."
        )
    if leaders:
        return
    if me is not None and me in heads_of([unit.pk], today).get(unit.pk, []):
        raise PermissionRefused("Pimpinan tidak menetapkan capaian organisasi yang dipimpinnya sendiri.")
    if not (user.is_operator or has_any_role(user, {Role.ADMIN, Role.PIMPINAN})):
        raise PermissionRefused(
            f"{unit} tidak punya unit di atasnya: capaiannya dicatat admin instansi atau pimpinan instansi."
        )


def check_can_see_result(user: User, unit: Unit) -> None:
    units = units_seen(user)
    if units is not None and unit.pk not in units:
        raise PermissionRefused(
            f"Capaian dan sebaran predikat {unit} terbuka bagi pimpinannya, pimpinan di atasnya, dan pengelola kinerja."
        )


def check_can_list_results(user: User) -> None:
    if units_seen(user) == set():
        raise PermissionRefused("Capaian organisasi dibuka oleh pimpinan unit dan pengelola kinerja.")


def units_seen(user: User) -> set[int] | None:
    """Ids of the units whose result and spread somebody may see; None means the whole instansi."""
    return with_units_led(units_in_view(user), user)


def can_decide_result(user: User, unit: Unit) -> bool:
    return passes(check_can_decide_result, user, unit)


def can_see_result(user: User, unit: Unit) -> bool:
    return passes(check_can_see_result, user, unit)


def can_list_results(user: User) -> bool:
    return passes(check_can_list_results, user)
