"""Who may sign in. What a person may do there is granted per unit, in `organisation`."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import Instansi

SYSTEM_USERNAME = "sistem"
PUBLIC_USERNAME = "warga"


class User(AbstractUser):
    """A person with a sign-in. `is_superuser` operates the installation and belongs to no instansi."""

    first_name = None
    last_name = None
    name = models.CharField(_("nama"), max_length=200, blank=True)
    instansi = models.ForeignKey(
        Instansi,
        verbose_name=_("instansi"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    language = models.CharField(_("bahasa"), max_length=5, blank=True)
    must_change_password = models.BooleanField(_("harus mengganti kata sandi"), default=False)

    class Meta:
        verbose_name = _("pengguna")
        verbose_name_plural = _("pengguna")
        ordering = ["username"]

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self).split(" ")[0]

    @property
    def is_system(self) -> bool:
        """The console and the worker act as this one; nobody can sign in as it."""
        return self.username == SYSTEM_USERNAME

    @property
    def is_public(self) -> bool:
        """Whoever acts without an account acts as this one, be he known by a code or by an address he proved."""
        return self.username == PUBLIC_USERNAME

    @property
    def is_operator(self) -> bool:
        return self.is_system or (self.is_superuser and self.is_active)


def system_user() -> User:
    return _nobody(SYSTEM_USERNAME, "Sistem Abdi")


def public_user() -> User:
    """Whoever acts without an account: the trail says that it was a citizen, and never which."""
    return _nobody(PUBLIC_USERNAME, "Warga tanpa akun")


def _nobody(username: str, name: str) -> User:
    defaults: dict[str, Any] = {"name": name, "is_active": False, "password": "!"}
    return User.objects.get_or_create(username=username, defaults=defaults)[0]
