"""Planned, held, confirmed, followed up; and the calendar file."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from abdi.activity.dialogue import actions
from abdi.activity.dialogue import permissions as may
from abdi.activity.dialogue.calendar_file import calendar_file, fold
from abdi.activity.dialogue.enums import DialogueStatus
from abdi.activity.dialogue.models import Dialogue
from abdi.activity.dialogue.selectors import (
    monitored,
    monitoring,
    open_actions,
    to_confirm,
)
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests import cast
from tests.web.crowd import join

NOTES = "Antrean pagi dipecah dua loket."


@pytest.fixture
def skp(office):
    return cast.agreed_skp(office)


def plan(office, skp, who="dewi", **changes):
    fields = {
        "starts_at": timezone.now() + timedelta(minutes=1),
        "minutes": 30,
        "agenda": ["Antrean pagi", " ", "Bantuan yang diperlukan"],
        "place": "Ruang Lurah",
    }
    return actions.plan_dialogue(actor=office.user(who), skp=skp, **{**fields, **changes})


def held(office, skp, agreed=()):
    return actions.hold_dialogue(
        actor=office.user("dewi"), dialogue=plan(office, skp), notes=NOTES, agreed=agreed
    )


def test_whoever_plans_the_other_is_invited(office, skp):
    for who, other in (("dewi", "rina"), ("rina", "dewi")):
        dialogue = plan(office, skp, who)
        assert dialogue.leader == office.dewi
        assert dialogue.points == ["Antrean pagi", "Bantuan yang diperlukan"]
        assert "Undangan dialog kinerja" in Notice.objects.of(office.user(other)).latest("pk").title


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"starts_at": timezone.now() - timedelta(days=2)}, "sudah lewat"),
        ({"agenda": [" "]}, "satu pokok"),
        ({"minutes": 0}, "lebih dari nol"),
    ],
)
def test_a_plan_that_cannot_be(office, skp, changes, sentence):
    with pytest.raises(InputRefused, match=sentence):
        plan(office, skp, **changes)


def test_both_stand_behind_the_notes(office, skp):
    dialogue = held(office, skp)
    assert dialogue.confirmed_by_leader_at
    assert list(to_confirm(office.rina)) == [dialogue]
    actions.confirm_dialogue(actor=office.user("rina"), dialogue=dialogue)
    assert not to_confirm(office.rina).exists()
    with pytest.raises(PolicyRefused, match="sudah membenarkan"):
        actions.confirm_dialogue(actor=office.user("rina"), dialogue=dialogue)


def test_what_was_agreed_waits_for_its_owner(office, skp):
    due = timezone.localdate() + timedelta(days=14)
    held(office, skp, [("Susun jadwal dua loket", office.rina, due)])
    agreed = open_actions(office.rina).get()
    with pytest.raises(PermissionRefused, match="diselesaikan oleh"):
        actions.complete_action(actor=office.user("dewi"), agreed=agreed)
    actions.complete_action(actor=office.user("rina"), agreed=agreed)
    assert not open_actions(office.rina).exists()
    with pytest.raises(InputRefused, match="dua orang yang berdialog"):
        held(office, skp, [("Tidak hadir", office.joko, due)])


@pytest.mark.parametrize(
    ("verb", "status", "sentence"),
    [
        ("confirm", DialogueStatus.DIRENCANAKAN, "setelah dialog dilaksanakan"),
        ("cancel", DialogueStatus.DILAKSANAKAN, "tidak dapat dibatalkan"),
        ("hold", DialogueStatus.DILAKSANAKAN, "dapat dicatat hasilnya"),
    ],
)
def test_every_refused_step_has_its_sentence(office, skp, verb, status, sentence):
    dialogue = plan(office, skp) if status == DialogueStatus.DIRENCANAKAN else held(office, skp)
    given = {"hold": {"notes": NOTES}, "cancel": {"reason": "Dinas luar"}, "confirm": {}}[verb]
    with pytest.raises(PolicyRefused, match=sentence):
        getattr(actions, f"{verb}_dialogue")(actor=office.user("rina"), dialogue=dialogue, **given)


def test_a_talk_to_come_has_no_notes_yet(office, skp):
    dialogue = plan(office, skp, starts_at=timezone.now() + timedelta(days=3))
    with pytest.raises(PolicyRefused, match="belum berlangsung"):
        actions.hold_dialogue(actor=office.user("dewi"), dialogue=dialogue, notes=NOTES)
    with pytest.raises(IntegrityError, match="dialogue_held_with_notes"), transaction.atomic():
        Dialogue.objects.filter(pk=dialogue.pk).update(status=DialogueStatus.DILAKSANAKAN)


@pytest.mark.parametrize(
    ("who", "allowed"), [("rina", True), ("dewi", True), ("joko", False), ("budi", False), ("sari", False)]
)
def test_a_dialogue_is_between_two(office, skp, who, allowed):
    assert may.can_see_dialogue(office.user(who), plan(office, skp)) is allowed
    assert may.can_plan_dialogue(office.user(who), skp) is allowed


def test_the_next_talk_is_due_six_months_after_the_last(office, skp):
    """PP 30/2019 Ps 27(1): at least once a semester."""
    on = skp.start + timedelta(days=100)
    line = monitoring(monitored(office.dewi, on))[0]
    assert (line.last, line.due) == (None, skp.start.replace(month=7))
    join(office, 9)
    with CaptureQueriesContext(connection) as seen:
        assert len(monitoring(monitored(office.dewi, on))) == 10
    assert len(seen) == 1


def test_the_calendar_file_is_rfc_5545(office, skp):
    dialogue = plan(office, skp, agenda=["Antrean; pagi, siang", "é" * 60])
    dialogue.starts_at = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
    content = calendar_file(dialogue).decode()
    lines = content.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "\n" not in content.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    assert "DTSTART:20261123T023000Z" in lines
    assert "DTEND:20261123T030000Z" in lines
    assert f"UID:{dialogue.uid}@abdi" in lines
    assert r"DESCRIPTION:Antrean\; pagi\, siang\n" + "é" * 60 in content.replace("\r\n ", "")


@pytest.mark.parametrize("line", ["a" * 75, "a" * 76, "é" * 80, "a" + "日" * 50, ""])
def test_folding_never_cuts_a_letter(line):
    folded = fold(line)
    assert folded.endswith("\r\n")
    assert folded[:-2].replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))


def test_a_cancelled_talk_cancels_its_event(office, skp):
    dialogue = actions.cancel_dialogue(
        actor=office.user("rina"), dialogue=plan(office, skp), reason="Dinas luar"
    )
    assert "STATUS:CANCELLED" in calendar_file(dialogue).decode()
