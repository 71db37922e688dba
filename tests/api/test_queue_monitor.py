"""The public JSON of a number line: the shape others' displays expect, and problems as RFC 9457 tells them."""

import json
from uuid import uuid4

import pytest

from abdi.platform import moments
from abdi.services.queue.actions import call_next
from tests.services.queue.conftest import Hall

STATUSES = {"Open", "Closed", "Suspended"}  # of Smart Data Models' QueueMonitor
TEXTS = {
    "id",
    "type",
    "officeName",
    "serviceId",
    "serviceName",
    "serviceStatus",
    "serviceStatusNote",
    "queueLine",
}
NUMBERS = {"linePriority", "ticketsToServe", "lastTicketIssued", "ticketServed"}
LABELS = {"lastTicketIssuedLabel", "ticketServedLabel", "scheduleTime"}


@pytest.fixture
def ask(hall, client):
    def get(uid=None, **headers):
        with moments.replayed_at(hall.later(1)):
            return client.get(f"/api/v1/antrean/{uid or hall.lines['A'].uid}/monitor", headers=headers)

    return get


def test_the_line_in_the_shape_of_queue_monitor(hall: Hall, ask):
    session = hall.sit()
    for _ in range(3):
        hall.issue()
    hall.do(call_next, "rina", session=session)
    answer = ask()
    told = answer.json()
    assert answer.headers["Content-Type"] == "application/json"
    assert TEXTS | NUMBERS <= set(told) <= TEXTS | NUMBERS | LABELS
    assert (told["type"], told["serviceStatus"] in STATUSES) == ("QueueMonitor", True)
    assert {name for name in NUMBERS if not isinstance(told[name], int)} == set()
    assert (told["lastTicketIssued"], told["ticketServed"], told["ticketsToServe"]) == (3, 1, 2)
    assert "Rina" not in answer.content.decode()


def test_who_has_it_already_is_told_so(hall: Hall, ask):
    first = ask()
    assert first.headers["Cache-Control"] == "public, max-age=5"
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    again = ask(if_none_match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    hall.issue()
    assert ask(if_none_match=first.headers["ETag"]).status_code == 200


def test_problems_are_told_as_json(hall: Hall, ask, client):
    missing, written = ask(uuid4()), client.post(f"/api/v1/antrean/{hall.lines['A'].uid}/monitor")
    assert [missing.status_code, written.status_code] == [404, 405]
    for one in (missing, written):
        assert one.headers["Content-Type"] == "application/problem+json"
        told = json.loads(one.content)
        assert (told["status"], told["type"]) == (one.status_code, "about:blank")
        assert told["detail"].endswith(".")
    assert written.headers["Allow"] == "GET, HEAD"
