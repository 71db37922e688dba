"""How sign-in differs from allauth's defaults."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are given by the instansi; nobody signs up. Citizens need none."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Password failures are counted by django-axes, for one device. allauth would count them for the person
        as well, and so let anybody lock a colleague out; its count of second factors stays."""
