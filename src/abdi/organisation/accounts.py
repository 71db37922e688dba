"""Sign-ins for employees. Published through `actions`."""

from dataclasses import dataclass, field

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from abdi.organisation import policies
from abdi.organisation.locks import lock_organisation
from abdi.organisation.models import Employee
from abdi.organisation.permissions import check_can_manage_employee, check_can_manage_sign_in
from abdi.platform.accounts.actions import lock_account, set_password_by_admin, unlock_account
from abdi.platform.accounts.models import User
from abdi.platform.accounts.passwords import one_time_password
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.tenancy.scope import current_instansi
from abdi.platform.validation import write


@dataclass(frozen=True, slots=True)
class Handover:
    """An account and the password it is handed over with: shown once, kept nowhere."""

    account: User
    password: str = field(repr=False)


def give_account(*, actor: User, employee: Employee, username: str = "") -> Handover:
    """A sign-in with a password for one use; the person chooses another at the first sign-in."""
    password = one_time_password()
    account = create_account(
        actor=actor, employee=employee, username=username, password=password, is_one_time=True
    )
    return Handover(account, password)


def give_password(*, actor: User, employee: Employee) -> Handover:
    """For somebody who lost his: a new password for one use. Every session of the account ends."""
    account, password = _account_of(employee), one_time_password()
    set_password_by_admin(actor=actor, account=account, password=password, permit=check_can_manage_sign_in)
    return Handover(account, password)


def lock_sign_in(*, actor: User, employee: Employee) -> None:
    """Nobody signs in as this employee until it is unlocked; what he did stays his."""
    lock_account(actor=actor, account=_account_of(employee), permit=check_can_manage_sign_in)


def unlock_sign_in(*, actor: User, employee: Employee) -> None:
    unlock_account(actor=actor, account=_account_of(employee), permit=check_can_manage_sign_in)


@action
def create_account(
    *,
    actor: User,
    employee: Employee,
    username: str = "",
    password: str = "",
    is_one_time: bool = False,
) -> User:
    """Give an employee a sign-in: by NIP unless named otherwise, and unusable until a password is set."""
    lock_organisation()
    check_can_manage_employee(actor, employee)
    policies.check_one_instansi(employee)
    policies.check_without_account(employee)
    user = User(
        username=username or employee.nip,
        name=employee.name,
        email=employee.email,
        instansi=current_instansi(),
        must_change_password=is_one_time,
    )
    _check_credentials(user, password)
    user.set_password(password or None)
    user.save()
    employee.user = user
    write(employee)
    record(
        actor=actor,
        tag="organisation:account:create",
        subject=user,
        data={"employee": employee.uid, "username": user.username},
    )
    return user


def _account_of(employee: Employee) -> User:
    policies.check_one_instansi(employee)
    if employee.user is None:
        raise PolicyRefused(_("{name} belum mempunyai akun.").format(name=employee))
    return employee.user


def _check_credentials(user: User, password: str) -> None:
    if not user.username:
        raise InputRefused(_("Pegawai tanpa NIP memerlukan nama pengguna."), field="username")
    if User.objects.filter(username=user.username).exists():
        raise InputRefused(
            _("Nama pengguna {username} sudah dipakai; pilih yang lain.").format(username=user.username),
            field="username",
        )
    try:
        user.full_clean(exclude={"password"})
    except ValidationError as error:
        raise InputRefused(" ".join(error.messages), field="username") from error
    try:
        validate_password(password, user) if password else None
    except ValidationError as error:
        raise InputRefused(" ".join(error.messages), field="password") from error
