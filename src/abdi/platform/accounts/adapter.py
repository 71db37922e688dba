"""How sign-in differs from allauth's defaults."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are given by the instansi; nobody signs up. Citizens need none."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Password failures are counted by django-axes, for one device. allauth would count them for the person
        as well, and so let anybody lock a colleague out; its count of second factors stays."""

    def clean_password(self, password: str, user: User | None = None) -> str:
        """Whoever has to replace a password that an administrator saw may not keep it."""
        if user and user.must_change_password and user.check_password(password):
            raise ValidationError(_("Ini sandi sekali pakai tadi; buat sandi Anda sendiri."))
        cleaned: str = super().clean_password(password, user)
        return cleaned

    def set_password(self, user: User, password: str) -> None:
        """Chosen by the person, whether changed or reset by e-mail."""
        user.must_change_password = False
        super().set_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home:start")
