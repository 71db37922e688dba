"""A browser in which a citizen has signed in."""

from django.urls import reverse

from tests.platform.citizens.conftest import last_code
from tests.strict import StrictClient


def browser_of(email: str) -> StrictClient:
    client = StrictClient()
    client.post(reverse("public:citizen_ask"), {"email": email})
    done = client.post(reverse("public:citizen_code"), {"code": last_code()})
    assert done.status_code == 302
    return client
