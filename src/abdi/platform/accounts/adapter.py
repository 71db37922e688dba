"""How sign-in differs from allauth's defaults."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are given by the instansi; nobody signs up. Citizens need none."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
