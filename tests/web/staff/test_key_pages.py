"""The page of keys: a key is told once, in an answer nobody keeps, and is withdrawn with one button."""

from django.urls import reverse

from abdi.platform.keys.enums import KeyScope
from abdi.platform.keys.models import ApiKey
from abdi.platform.keys.selectors import key_of


def test_a_key_is_told_once_and_withdrawn(client, office):
    client.force_login(office.user("sari"), backend="django.contrib.auth.backends.ModelBackend")
    asked = client.post(reverse("staff:key_new"), {"name": "Aplikasi warga", "scopes": ["open311"]})
    token = asked.context["token"]
    assert token in asked.content.decode()
    assert "no-store" in asked.headers["Cache-Control"]
    assert key_of(token, KeyScope.OPEN311) is not None
    listed = client.get(reverse("staff:keys")).content.decode()
    assert token not in listed
    assert "belum pernah" in listed
    key = ApiKey.objects.get()
    client.post(reverse("staff:key_withdraw", args=[key.uid]))
    assert key_of(token, KeyScope.OPEN311) is None
    assert "Dicabut" in client.get(reverse("staff:keys")).content.decode()


def test_a_key_without_a_scope_is_asked_again(client, office):
    client.force_login(office.user("sari"), backend="django.contrib.auth.backends.ModelBackend")
    asked = client.post(reverse("staff:key_new"), {"name": "Aplikasi warga"})
    assert asked.status_code == 422
    assert not ApiKey.objects.exists()
