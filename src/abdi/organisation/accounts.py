"""Sign-ins for employees. Published through `actions`."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from abdi.organisation import policies
from abdi.organisation.locks import lock_organisation
from abdi.organisation.models import Employee
from abdi.organisation.permissions import check_can_manage_organisation
from abdi.organisation.selectors import placement_of
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.scope import current_instansi
from abdi.platform.validation import write


@action
def create_account(*, actor: User, employee: Employee, username: str = "", password: str = "") -> User:
    """Give an employee a sign-in: by NIP unless named otherwise, and unusable until a password is set."""
    lock_organisation()
    placement = placement_of(employee)
    check_can_manage_organisation(actor, placement.position.unit if placement else None)
    policies.check_one_instansi(employee)
    policies.check_without_account(employee)
    user = User(
        username=username or employee.nip,
        name=employee.name,
        email=employee.email,
        instansi=current_instansi(),
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
        if password:
            validate_password(password, user)
    except ValidationError as error:
        raise InputRefused(" ".join(error.messages), field="password") from error
