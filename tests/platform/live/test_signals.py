"""Versions count what was told in this instansi, and only what was committed."""

import json

import pytest
from django.db import transaction
from django.test import RequestFactory

from abdi.platform.live.signals import announce, versions
from abdi.platform.live.stream import event_stream
from abdi.platform.tenancy.scope import NoInstansi, current_instansi, instansi_scope


def test_a_version_rises_by_one(instansi, neighbour, django_assert_max_num_queries):
    assert versions(["a", "b"]) == {"a": 0, "b": 0}
    announce("a")
    with django_assert_max_num_queries(2):  # on PostgreSQL one more, its notification
        announce("a")
    with instansi_scope(neighbour):
        announce("a")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        announce("a")
        _ = 1 / 0
    assert versions(["a", "b"]) == {"a": 2, "b": 0}


def test_nothing_is_told_in_nobodys_name(db):
    with pytest.raises(NoInstansi):
        announce("a")


def test_without_a_held_connection_the_state_is_told_once(instansi):
    announce("a")
    request = RequestFactory().get("/x/")
    answer = event_stream(request, "a", lambda _version: {"kode": current_instansi().code, "baris": "1\n2"})
    retry, event = answer.content.decode().split("\n\n")[:2]
    name, data = event.split("\n")
    assert (retry, name) == ("retry: 15000", "id: 1")
    assert json.loads(data.removeprefix("data: ")) == {"kode": "kab-contoh", "baris": "1\n2"}
