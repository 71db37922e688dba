"""A forum about a service standard in Melati, called by its facilitator, and a clock that can be set."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from abdi.voice.forums import actions
from abdi.voice.forums.enums import Element, Outcome, Theme
from abdi.voice.forums.models import Agreement, Forum, Participant
from tests.voice.scene import ZONE, Scene

CALLED = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
BEGINS = datetime(2026, 3, 16, 9, 0, tzinfo=ZONE)
GUEST, ORIGIN = "Pak Slamet Rahasia", "RT 03 Gang Buntu"
GIVEN = {
    "theme": Theme.STANDAR,
    "title": "Standar kartu keluarga",
    "agenda": "Waktu dan syarat",
    "place": "Balai warga",
}


@dataclass
class Room(Scene):
    at: datetime = CALLED

    def draft(self, who="rina", **more) -> Forum:
        times = {"starts_at": BEGINS, "ends_at": BEGINS + timedelta(hours=3)}
        return self.do(actions.draft_forum, who, unit=self.office.unit, **(GIVEN | times | more))

    def announced(self) -> Forum:
        return self.do(actions.announce_forum, forum=self.draft())

    def guest(self, forum: Forum, element=Element.PENGGUNA, **more) -> Participant:
        given = {"element": element, "name": GUEST, "organisation": ORIGIN}
        return self.do(actions.invite, forum=forum, **(given | more))

    def held(self) -> Forum:
        """With one guest of each of two elements."""
        forum = self.announced()
        guests = [self.guest(forum), self.guest(forum, Element.PENYELENGGARA)]
        self.at = BEGINS + timedelta(hours=4)
        self.do(actions.note_attendance, forum=forum, present=guests)
        return self.do(actions.hold_forum, forum=forum, minutes="Warga minta satu kali datang.")

    def decided(self) -> Forum:
        """One suggestion followed up by Rina, one refused, and everybody signed."""
        forum = self.held()
        one = self.suggest(forum, "Satu kali datang cukup")
        two = self.suggest(forum, "Buka sampai malam")
        self.answer(one, Outcome.DITINDAKLANJUTI, "Syarat diperiksa di depan.")
        self.answer(two, Outcome.TIDAK, "Belum ada petugas malam.")
        self.agree(forum, suggestion=one)
        for element, name, is_named in (
            (Element.PENGGUNA, GUEST, False),
            (Element.PENYELENGGARA, "Dewi Umpama", True),
        ):
            self.do(
                actions.sign,
                forum=forum,
                element=element,
                name=name,
                capacity="Wakil unsur",
                is_named=is_named,
            )
        return forum

    def settled(self) -> Forum:
        forum = self.decided()
        self.do(actions.settle, forum=forum)
        return forum

    def suggest(self, forum: Forum, text="Satu kali datang cukup"):
        return self.do(actions.add_suggestion, forum=forum, element=Element.PENGGUNA, text=text)

    def answer(self, suggestion, outcome=Outcome.TIDAK, answer="Belum ada anggaran."):
        return self.do(actions.answer_suggestion, suggestion=suggestion, outcome=outcome, answer=answer)

    def agree(self, forum: Forum, **more) -> Agreement:
        given = {
            "text": "Daftar periksa di loket depan",
            "unit": self.office.unit,
            "owner": self.office.rina,
            "due_on": (BEGINS + timedelta(days=30)).date(),
        }
        return self.do(actions.agree, forum=forum, **(given | more))


@pytest.fixture
def room(office, monkeypatch) -> Room:
    return Room(office).opened(monkeypatch)
