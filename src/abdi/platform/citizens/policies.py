"""What an account of a citizen allows: how codes are asked for, what counts as a name, who may take part."""

import unicodedata
from datetime import datetime, timedelta

from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.citizens.models import Citizen, SignInCode
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.tenancy.scope import current_instansi

VALID_FOR = timedelta(minutes=10)
MOST_TRIES = 5  # of one code: with the codes of a day, fifty guesses among a million
IN_AN_HOUR, IN_A_DAY = 3, 10  # codes to one address: more is a nuisance to whoever reads it
SHORTEST_NAME = 3
# a name must not speak for the office
_OFFICIAL = {
    "admin",
    "administrator",
    "moderator",
    "petugas",
    "pegawai",
    "resmi",
    "pemerintah",
    "fasilitator",
}


def check_code_can_be_asked(digest: str, now: datetime) -> None:
    """Whether the address is known makes no difference."""
    asked = SignInCode.objects.filter(email_digest=digest)
    for span, most in ((timedelta(hours=1), IN_AN_HOUR), (timedelta(days=1), IN_A_DAY)):
        if asked.filter(asked_at__gt=now - span).count() >= most:
            raise PolicyRefused(
                _(
                    "Sudah beberapa kode dikirim ke alamat ini; pakai kode yang terakhir, atau coba lagi nanti."
                )
            )


def is_staff_address(email: str) -> bool:
    """Staff speak as staff: the address of an account at work opens no citizen's."""
    return User.objects.filter(email__iexact=email, instansi=current_instansi()).exists()


def opens(code: SignInCode, typed: str, now: datetime) -> bool:
    return bool(
        code.code
        and constant_time_compare(code.code, typed)
        and code.used_at is None
        and code.tries < MOST_TRIES
        and now < code.expires_at
    )


def check_name(name: str) -> None:
    """A pseudonym will do. Nothing that is invisible, looks like an address, or speaks for the office."""
    words = {word.strip(".,-_").casefold() for word in name.split()}
    if len(name) < SHORTEST_NAME or "@" in name or any(map(_is_odd, name)):
        raise InputRefused(
            _("Pakai 3 sampai 40 huruf atau angka, tanpa alamat surel dan tanda khusus."), field="name"
        )
    if words & _OFFICIAL or current_instansi().name.casefold() in name.casefold():
        raise InputRefused(_("Nama ini terbaca sebagai nama kantor; pilih nama lain."), field="name")


def check_not_erased(citizen: Citizen) -> None:
    if citizen.erased_at is not None:
        raise PolicyRefused(_("Akun warga ini sudah dihapus; masuk lagi dengan surel Anda."))


def check_may_take_part(citizen: Citizen) -> None:
    """Speaking and voting, for whoever keeps an account and was not stopped. A new one may: see `held_until`."""
    check_not_erased(citizen)
    if citizen.is_blocked:
        raise PermissionRefused(
            _("Akun warga ini dihentikan: %s. Anda dapat berkeberatan kepada pengawas internal.")
            % citizen.blocked_for
        )


def _is_odd(letter: str) -> bool:
    """Control, format (zero width, direction), surrogate, private, unassigned, and what marks a page up."""
    return unicodedata.category(letter).startswith("C") or letter in "<>&\"'/\\"
