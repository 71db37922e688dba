"""With whose sign-in the people of the demo act."""

from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User


def account_of(employee: Employee) -> User:
    if employee.user is None:
        raise LookupError(f"{employee} takes part without a sign-in; add the character to cast.py")
    return employee.user
