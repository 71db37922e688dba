"""Signed-in clients for the people of the cast."""

import pytest

from tests.strict import StrictClient


@pytest.fixture
def enter(office):
    """enter("rina") → a client signed in as her."""

    def sign_in(name: str) -> StrictClient:
        client = StrictClient()
        client.force_login(office.user(name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
