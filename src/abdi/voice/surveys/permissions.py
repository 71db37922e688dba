"""Who may do what with a survey: a citizen answers, nobody who works here does."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from abdi.organisation.models import Unit
from abdi.organisation.permissions import can_manage_organisation, check_can_manage_organisation
from abdi.organisation.selectors import employee_of
from abdi.platform.accounts.models import User
from abdi.platform.accounts.permits import passes
from abdi.platform.errors import PermissionRefused
from abdi.voice.surveys.models import Word


def check_can_answer(user: User | AnonymousUser) -> None:
    """Open it, see its link or send it: only without an account here, whatever the account's role."""
    if user.is_authenticated and not user.is_public:
        raise PermissionRefused(
            _("Survei diisi warga, bukan dari akun pegawai. Keluar dahulu bila Anda sendiri baru dilayani.")
        )


def check_can_release(user: User) -> None:
    """When answers are shown is the clock's, so that nobody looks at one alone."""
    if not user.is_operator:
        raise PermissionRefused(_("Jawaban survei dilepas oleh sistem, bersama-sama."))


def check_can_set_up_surveys(user: User, unit: Unit | None = None) -> None:
    """The instrument: the admin of the whole instansi. Periods and paper: the admin of the unit or of one above."""
    check_can_manage_organisation(user, unit)


def check_can_reply(user: User, word: Word) -> None:
    """He whom it is about."""
    if word.released_on is None or employee_of(user) != word.employee:
        raise PermissionRefused(_("Kata warga ditanggapi oleh petugas yang dituju."))


def can_answer(user: User | AnonymousUser) -> bool:
    return passes(check_can_answer, user)


def can_release(user: User) -> bool:
    return passes(check_can_release, user)


def can_set_up_surveys(user: User, unit: Unit | None = None) -> bool:
    return can_manage_organisation(user, unit)


def can_reply(user: User, word: Word) -> bool:
    return passes(check_can_reply, user, word)
