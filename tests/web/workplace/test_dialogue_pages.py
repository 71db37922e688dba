"""Talks, feedback, the closed survey and coaching on screen."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from abdi.activity.dialogue import actions as talking
from abdi.activity.dialogue.enums import SessionKind
from abdi.activity.dialogue.models import Dialogue, Session
from abdi.activity.feedback import actions as feedback
from abdi.activity.feedback.models import Collection, Feedback, SealedAnswer
from abdi.activity.feedback.tasks import close_due_collections
from tests import cast
from tests.activity.team import colleagues, running_period, yesterday
from tests.web.crowd import join

SECRET = "Kalimat rahasia yang mudah dikenali."
ROOM = "/kerja/dialog"


def text(answer):
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def period(office):
    return running_period()


@pytest.fixture
def skp(office):
    return cast.agreed_skp(office)


def test_a_dialogue_from_invitation_to_follow_up(office, enter, skp):
    dewi, rina, today = enter("dewi"), enter("rina"), timezone.localdate()
    typed = {"skp": skp.uid, "day": today, "time": "23:59", "minutes": 30, "agenda": "Antrean\nBantuan"}
    assert dewi.post(f"{ROOM}/baru/", {**typed, "agenda": ""}).status_code == 422
    address = dewi.post(f"{ROOM}/baru/", typed).url
    calendar = rina.get(f"{address}ics/")
    assert calendar["Content-Type"].startswith("text/calendar")
    assert calendar.content.startswith(b"BEGIN:VCALENDAR\r\n")
    row = {"notes": "Dua loket.", "text_1": "Susun jadwal", "owner_1": str(office.rina.uid)}
    assert "Isi batas waktunya." in text(dewi.post(f"{address}hasil/", row))
    dewi.post(f"{address}hasil/", {**row, "due_1": today + timedelta(days=7)})
    assert "Susun jadwal" in text(rina.get("/kerja/"))
    rina.post(f"{address}benarkan/")
    agreed = Dialogue.objects.get().agreed.get()
    rina.post(f"{ROOM}/tindakan/{agreed.uid}/selesai/")
    page = text(rina.get(address))
    assert "Selesai" in page
    assert "Susun jadwal" not in text(rina.get("/kerja/"))


def test_a_leaders_sentence_takes_one_form(office, enter, period):
    typed = {"untuk": office.rina.uid, "nilai": "harmonis", "text": "Sabar dengan warga."}
    assert enter("dewi").post(f"{ROOM}/umpan-balik/beri/", typed).status_code == 302
    assert "“Sabar dengan warga.”" in text(enter("rina").get(f"{ROOM}/umpan-balik/"))
    assert Feedback.objects.get().nilai == "harmonis"


def test_asking_reaches_the_one_asked(office, enter, period):
    enter("rina").post(
        f"{ROOM}/umpan-balik/minta/", {"tentang": office.rina.uid, "of": [office.joko.uid], "team_head": ""}
    )
    page = enter("joko").get(f"{ROOM}/umpan-balik/")
    assert f"{ROOM}/umpan-balik/beri/?untuk={office.rina.uid}" in text(page)


def survey_running(office, enter, period):
    """Proposed by Rina, confirmed by Dewi, on the pages."""
    raters = [office.joko, *colleagues(office, 2)]
    chosen = [str(one.uid) for one in raters]
    made = enter("rina").post(
        f"{ROOM}/survei/baru/", {"period": period.uid, "closes_on": period.end, "raters": chosen}
    )
    assert enter("joko").get(made.url).status_code == 403
    enter("dewi").post(f"{made.url}penanggap/", {"raters": chosen})
    return made.url, raters


def test_nobodys_page_ties_an_answer_to_its_author(office, enter, client, period):
    """Every page of the survey, before and after closing, for everybody of the cast."""
    address, raters = survey_running(office, enter, period)
    enter("joko").post(f"{address}jawab/", {"loyal": "1", "loyal-text": SECRET})
    assert SealedAnswer.objects.count() == 2
    pages = [
        address,
        f"{address}jawab/",
        f"{ROOM}/umpan-balik/",
        f"{ROOM}/survei/",
        "/kerja/",
        "/kelola/audit/",
    ]
    for who in ("rina", "joko", "dewi", "budi", "sari"):
        assert not [one for one in pages if SECRET in text(enter(who).get(one))], who
    assert "Joko" not in text(enter("rina").get(address))
    for one in raters[1:]:
        client.force_login(one.user, backend="django.contrib.auth.backends.ModelBackend")
        client.post(f"{address}jawab/", {"loyal": "5"})
    enter("dewi").post(f"{address}tutup/")
    page = text(enter("rina").get(address))
    assert SECRET in page
    assert "Joko" not in page
    assert "5,0" in page
    assert {who for who in ("joko", "budi", "sari") if enter(who).get(address).status_code != 403} == set()


def test_two_answers_show_nothing(office, enter, period):
    address, raters = survey_running(office, enter, period)
    for one in raters[:2]:
        feedback.answer_survey(
            actor=one.user, survey=Collection.objects.get(), scores={"loyal": 1}, texts={"loyal": SECRET}
        )
    Collection.objects.update(closes_on=yesterday())
    close_due_collections.call()
    for who in ("rina", "dewi"):
        page = text(enter(who).get(address))
        assert "Tidak ada yang ditampilkan." in page
        assert SECRET not in page
        assert "1,0" not in page


def test_coaching_with_its_two_forms(office, enter):
    dewi, rina = enter("dewi"), enter("rina")
    typed = {"kind": "bimbingan", "employees": [office.rina.uid], "day": timezone.localdate()}
    address = dewi.post(f"{ROOM}/bimbingan/baru/", {**typed, "topic": "Antrean", "notes": "Latihan."}).url
    assert rina.post(f"{address}b18/", {"s1": "5"}).status_code == 422
    rina.post(f"{address}b18/", {f"s{number}": "4" for number in range(1, 10)})
    assert dewi.get(f"{address}b18/pdf/").status_code == 403
    assert enter("budi").get(f"{address}b18/pdf/").content.startswith(b"%PDF-")
    assert "Tulis alasan skornya." in text(dewi.post(f"{address}b19/", {"score_0": "3"}))
    dewi.post(f"{address}b19/", {"score_0": "3", "reason_0": "Belum konsisten.", "needs_training_0": "on"})
    assert "Perlu pelatihan" in text(rina.get(address))
    assert dewi.get(f"{address}b19/pdf/").content.startswith(b"%PDF-")


def test_what_is_said_in_konseling_is_seen_by_two(office, enter):
    talking.record_session(
        actor=office.user("dewi"),
        kind=SessionKind.KONSELING,
        employees=[office.rina],
        day=timezone.localdate(),
        notes=SECRET,
    )
    address = f"{ROOM}/bimbingan/{Session.objects.get().uid}/"
    seen = {who: text(enter(who).get(address)) for who in ("rina", "dewi", "budi")}
    assert {who for who, page in seen.items() if SECRET in page} == {"rina", "dewi"}
    assert "Isi konseling rahasia." in seen["budi"]
    assert SECRET not in text(enter("budi").get(f"{ROOM}/bimbingan/"))


@pytest.mark.parametrize(
    "address", ["/", "/tim/", "/umpan-balik/", "/survei/", "/bimbingan/", "/umpan-balik/beri/"]
)
def test_more_people_cost_no_more_queries(office, enter, period, skp, address):
    def queries():
        dewi.get(ROOM + address)
        with CaptureQueriesContext(connection) as seen:
            assert dewi.get(ROOM + address).status_code == 200
        return len(seen)

    dewi = enter("dewi")
    _fill(office, join(office, 3))
    few = queries()
    _fill(office, join(office, 12))
    assert queries() == few <= 25


def _fill(office, people):
    """Each has a talk, a session, a sentence about Dewi's work, and a survey."""
    dewi = office.user("dewi")
    for one in people:
        feedback.give_feedback(actor=dewi, about=office.dewi, text="Catatan diri.")
        talking.record_session(
            actor=dewi,
            kind=SessionKind.BIMBINGAN,
            employees=[one],
            day=timezone.localdate(),
            topic="a",
            notes="b",
        )
        talking.plan_dialogue(
            actor=dewi, skp=one.skp.get(), starts_at=timezone.now(), minutes=30, agenda=["Antrean"]
        )
        Collection.objects.create(
            about=one, period=office.year, kind="survei", closes_on=timezone.localdate(), minimum=3
        )
