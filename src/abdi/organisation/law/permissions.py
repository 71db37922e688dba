"""Who may set a parameter for the whole instansi."""

from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes


def check_can_set_parameters(user: User) -> None:
    check_can_manage_organisation(user)


def can_set_parameters(user: User) -> bool:
    return passes(check_can_set_parameters, user)
