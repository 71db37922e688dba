"""From one report to an answer its reporter accepts, and everything that is refused on the way."""

from datetime import date, timedelta

import pytest

from abdi.facts.selectors import current
from abdi.platform.accounts.models import User
from abdi.platform.errors import DomainError, InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.followers.actions import follow
from abdi.platform.notifications.models import Notice
from abdi.platform.outbox.models import Message
from abdi.voice.complaints.enums import Kelas, Level, Status
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.selectors import (
    additions_to,
    clocks_of,
    complaint_by_code,
    ombudsman_road_of,
    reporters_of,
)
from abdi.voice.complaints.telling import KIND
from abdi.voice.complaints.timing import rules_in_force
from abdi.voice.complaints.workflow import COMPLAINT
from tests.voice.complaints.conftest import DAY, MONDAY

pytestmark = pytest.mark.django_db


def told(user):
    return list(Notice.objects.filter(recipient=user).order_by("pk").values_list("title", flat=True))


def facts_of(complaint):
    rows = current(cases=[str(complaint.uid)])
    return {row["kind"]: row["value"] for row in rows}, {row["employee_id"] for row in rows}


def test_the_whole_way(town):
    filed = town.file()
    assert (filed.status, filed.verify_due, filed.first_answer_due) == (
        Status.BARU,
        date(2026, 9, 10),
        date(2026, 9, 21),
    )
    assert told(town.user("koko")) == ["Laporan baru menunggu verifikasi"]
    town.do("verify", days=1, complaint=filed, category=town.category, kelas="normatif")
    assert (filed.answer_due, filed.decision_due) == (date(2026, 9, 15), date(2026, 11, 7))
    town.do("dispose", complaint=filed, unit=town.office.unit)
    town.do("take", "rina", 1, complaint=filed)
    town.do("answer", "rina", 1, complaint=filed, text="Jam layanan sudah diperbaiki.")
    assert (filed.reply_until, filed.notice_due) == (date(2026, 9, 24), date(2026, 9, 24))
    town.do("close", complaint=filed, days=1)
    town.do("confirm", "warga", 1, complaint=filed, rating=4, words="Terima kasih.")
    values, officers = facts_of(filed)
    assert values == {
        "complaint.received": None,
        "complaint.answered": 3 * 86_400,
        "complaint.on_time": 1,
        "complaint.closed": 4 * 86_400,
        "complaint.reopened": 0,
        "complaint.rated": 4,
    }
    assert officers == {town.office.rina.pk, None}
    assert [one.name for one in filed.events.all()] == [
        *("file", "verify", "dispose", "take", "answer", "close", "confirm")
    ]


VERBS = {
    "ask_completion": ("koko", {"note": "Hari apa?"}),
    "complete_file": ("warga", {"text": "Hari Senin."}),
    "verify": ("koko", {"kelas": "ringan"}),
    "reject": ("koko", {"reason": "uji_coba", "note": "Tidak berisi laporan."}),
    "redirect_away": ("koko", {"to": "PLN"}),
    "dispose": ("koko", {}),
    "refuse_disposition": ("rina", {"reason": "Bukan urusan kelurahan."}),
    "take": ("rina", {}),
    "take_over": ("nina", {}),
    "pause": ("rina", {"cause": "instansi_lain", "note": "Menunggu dinas."}),
    "resume": ("rina", {}),
    "answer": ("rina", {"text": "Sudah."}),
    "close": ("koko", {}),
    "confirm": ("warga", {"rating": 5}),
    "reopen": ("warga", {"reason": "Masih tutup."}),
    "withdraw": ("warga", {}),
    "merge": ("koko", {}),
}


def merged_away(town):
    child = town.file()
    town.do("merge", complaint=child, into=town.file())
    return child


BROUGHT = {
    "baru": lambda town: town.file(),
    "menunggu_kelengkapan": lambda town: town.do("ask_completion", complaint=town.file(), note="Hari apa?"),
    "terverifikasi": lambda town: town.verified(),
    "diteruskan": lambda town: town.disposed(),
    "diproses": lambda town: town.taken(),
    "ditunda": lambda town: town.do(
        "pause", "rina", complaint=town.taken(), cause="instansi_lain", note="Menunggu."
    ),
    "dijawab": lambda town: town.answered(),
    "selesai": lambda town: town.closed(),
    "dibuka_kembali": lambda town: town.do("reopen", "warga", complaint=town.closed(), reason="Tutup."),
    "arsip": lambda town: town.do("reject", complaint=town.file(), reason="uji_coba", note="Kosong."),
    "bukan_wewenang": lambda town: town.do("redirect_away", complaint=town.file(), to="PLN"),
    "digabung": merged_away,
    "dicabut": lambda town: town.do("withdraw", "warga", complaint=town.file()),
}


@pytest.mark.parametrize("status", list(Status))
def test_each_state_allows_what_the_table_says(town, status):
    other = town.file()
    for verb, (who, given) in VERBS.items():
        complaint = BROUGHT[status](town)
        more = {
            "verify": {"category": town.category},
            "dispose": {"unit": town.office.unit},
            "merge": {"into": other},
        }
        if verb in ("reopen", "confirm") and status == Status.DIGABUNG:
            continue  # they speak of the case it was merged with
        if (verb, status) == ("verify", Status.DIBUKA_KEMBALI):
            continue  # only of one that was put away unverified, see below
        if not COMPLAINT.allows(verb, status):
            with pytest.raises(DomainError):
                town.do(verb, who, complaint=complaint, **given, **more.get(verb, {}))
            complaint.refresh_from_db()
            assert complaint.status == status, verb
        else:
            town.do(verb, who, complaint=complaint, **given, **more.get(verb, {}))
            complaint.refresh_from_db()
            assert complaint.status == COMPLAINT[verb].target, verb


def test_refused_twice_it_is_the_coordinators_for_good(town):
    complaint = town.verified()
    for unit, liaison in ((town.office.unit, "rina"), (town.kenanga, "gita")):
        town.do("dispose", complaint=complaint, unit=unit)
        town.do("refuse_disposition", liaison, complaint=complaint, reason="Bukan urusan kami.")
    town.do("dispose", complaint=complaint, unit=town.office.unit)
    with pytest.raises(PolicyRefused, match="dua kali"):
        town.do("refuse_disposition", "rina", complaint=complaint, reason="Tetap bukan.")
    complaint.refresh_from_db()
    assert (complaint.status, complaint.unit_assigned) == (Status.DITERUSKAN, town.office.unit)
    assert complaint.take_due == date(2026, 9, 14)


def test_what_was_put_away_unseen_is_verified_after_all(town):
    complaint = town.do("reject", complaint=town.file(), reason="bukan_pelayanan", note="Bukan urusan kami.")
    town.do("reopen", "warga", complaint=complaint, reason="Ini layanan kelurahan.")
    assert (complaint.escalation, complaint.archive_reason) == (2, "")
    with pytest.raises(PolicyRefused, match="Verifikasi dahulu"):
        town.do("dispose", complaint=complaint, unit=town.office.unit)
    town.do("verify", complaint=complaint, category=town.category, kelas="ringan")
    town.do("dispose", complaint=complaint, unit=town.office.unit)
    town.do("take", "rina", complaint=complaint)
    town.do("answer", "rina", complaint=complaint, text="Maaf, kini beres.")
    town.do("reopen", "warga", complaint=complaint, reason="Belum.")
    with pytest.raises(PolicyRefused, match="sudah diverifikasi"):
        town.do("verify", complaint=complaint, category=town.category, kelas="berkadar_pengawasan")


def test_with_the_code_of_a_merged_report_one_speaks_to_the_case(town):
    child, case = town.file(), town.taken()
    town.do("merge", complaint=child, into=case)
    child.refresh_from_db()
    assert town.do("add_information", "warga", complaint=child, text="Juga di loket dua.") == case
    assert [one.text for one in additions_to(case)] == ["Juga di loket dua."]
    assert not case.additions.exists()  # no other reporter reads it
    case = town.do("answer", "rina", complaint=case, text="Sudah.")
    assert town.do("reopen", "warga", complaint=child, reason="Belum.") == case


def test_what_nobody_gives_on_or_begins_is_late_too(town):
    verified, given = town.verified(), town.disposed()
    assert (verified.due, given.due) == (date(2026, 9, 10), date(2026, 9, 14))
    town.do("watch_complaints", "sistem", days=4)
    verified.refresh_from_db()
    given.refresh_from_db()
    assert (verified.escalation, given.escalation) == (2, 0)  # nobody heads what no unit has


def test_who_handled_it_does_not_close_it(town):
    complaint = town.do("dispose", complaint=town.verified(), unit=town.office.unit, person=town.koko)
    town.do("take", "koko", complaint=complaint)
    town.do("answer", "koko", complaint=complaint, text="Sudah.")
    with pytest.raises(PolicyRefused, match="orang lain"):
        town.do("close", complaint=complaint)


def test_an_answer_waits_for_its_approval(town):
    town.do("set_rules", needs_approval=True, pause_cap=10)
    complaint = town.taken()
    town.do("propose_answer", "rina", complaint=complaint, text="Sudah.")
    for who in ("rina", "joko", "gita"):
        with pytest.raises((PolicyRefused, PermissionRefused)):
            town.do("approve_answer", who, complaint=complaint)
    with pytest.raises(PolicyRefused, match="persetujuan"):
        town.do("answer", "rina", complaint=complaint, text="Langsung saja.")
    town.do("approve_answer", "dewi", complaint=complaint)
    town.do("answer", "rina", complaint=complaint)
    assert complaint.status == Status.DIJAWAB


def test_refused_rules_are_not_in_force(town):
    with pytest.raises(InputRefused):
        town.do("set_rules", needs_approval=True, pause_cap=31)
    assert (rules_in_force().needs_approval, rules_in_force().pause_cap) == (False, 10)


def test_silence_closes_after_ten_working_days_from_the_last_change(town):
    complaint = town.closed()
    answered = town.answered()
    town.do("watch_complaints", "sistem", days=14)
    answered.refresh_from_db()
    assert answered.status == Status.DIJAWAB  # the tenth working day itself is the reporter's
    town.do("watch_complaints", "sistem", days=1)
    answered.refresh_from_db()
    assert (answered.status, answered.events.last().name) == (Status.SELESAI, "lapse")
    for one in (answered, complaint):
        with pytest.raises(PolicyRefused, match="Ombudsman"):
            town.do("reopen", "warga", complaint=one, reason="Masih tutup.")


def test_reopening_keeps_the_start_goes_higher_and_takes_the_old_numbers_place(town):
    complaint = town.answered(days=2)
    town.do("close", complaint=complaint)
    town.do("reopen", "warga", 7, complaint=complaint, reason="Masih tutup.")
    assert complaint.felt_since == MONDAY
    assert complaint.answer_due == date(2026, 9, 14) + timedelta(
        days=7
    )  # the five days it was the reporter's
    assert complaint.escalation == 2
    assert "Laporan dibuka kembali oleh pelapor" in told(town.user("indra"))
    town.do("take", "rina", complaint=complaint)
    town.do("answer", "rina", 5, complaint=complaint, text="Kini benar.")
    town.do("confirm", "warga", complaint=complaint, rating=2)
    values, _ = facts_of(complaint)
    assert values["complaint.answered"] == 14 * 86_400
    assert (values["complaint.on_time"], values["complaint.reopened"], values["complaint.rated"]) == (1, 1, 2)
    with pytest.raises(PolicyRefused, match="nyatakan selesai"):
        town.do("reopen", "warga", complaint=complaint, reason="Lagi.")


def test_a_pause_is_from_the_list_is_capped_and_ends_by_itself(town):
    complaint = town.taken()
    for cause, more in (("sibuk", {}), ("pemeriksaan", {}), ("pelapor", {"until": MONDAY.date()})):
        with pytest.raises(InputRefused):
            town.do("pause", "rina", complaint=complaint, cause=cause, note="Tunggu.", **more)
    town.do("pause", "rina", complaint=complaint, cause="pemeriksaan", note="Jumat.", until=date(2026, 9, 11))
    town.do("watch_complaints", "sistem", days=4)
    complaint.refresh_from_db()
    assert (complaint.status, complaint.answer_due) == (Status.DIPROSES, date(2026, 9, 18))
    town.do("pause", "rina", complaint=complaint, cause="instansi_lain", note="Menunggu dinas.")
    town.do("watch_complaints", "sistem", days=40)
    complaint.refresh_from_db()
    assert complaint.status == Status.DIPROSES
    assert clocks_of(complaint, town.at).pause_left == 0
    assert complaint.answer_due == date(2026, 9, 28)  # five days, and ten of pause
    with pytest.raises(PolicyRefused, match="Jatah jeda"):
        town.do("pause", "rina", complaint=complaint, cause="pelapor", note="Tunggu.")


def test_while_it_waits_its_deadline_moves_up_to_the_cap(town):
    complaint = town.do("pause", "rina", complaint=town.taken(), cause="instansi_lain", note="Menunggu.")
    waited = [clocks_of(complaint, town.at + days * DAY) for days in (2, 7, 40)]
    assert [(one.due, one.is_paused) for one in waited] == [
        (date(2026, 9, 16), True),
        (date(2026, 9, 21), True),
        (date(2026, 9, 28), False),
    ]
    assert [one.agency_days for one in waited] == [0, 0, 19]  # of 29 working days


def test_what_waits_for_the_reporter_goes_on_when_he_writes(town):
    complaint = town.do("pause", "rina", complaint=town.taken(), cause="pelapor", note="Hari apa?")
    town.do("add_information", "warga", complaint=complaint, text="Hari Senin.")
    assert complaint.status == Status.DIPROSES
    assert told(town.user("rina"))[-1] == "Pelapor menambah keterangan"


def test_merged_reports_inherit_the_earliest_date_and_keep_every_reporter(town):
    first = town.file()
    child = town.verified(days=2)
    parent = town.disposed(days=2)
    town.do("merge", complaint=first, into=child)
    for one, address in ((first, "satu@contoh.id"), (child, "dua@contoh.id"), (parent, "tiga@contoh.id")):
        follow(actor=town.user("warga"), subject=one, email=address)
    parent = town.do("merge", complaint=child, into=parent)
    assert parent.felt_since == MONDAY
    assert parent.answer_due == date(2026, 9, 16)  # from the second's verification
    assert reporters_of(parent) == 3
    Message.objects.all().delete()
    town.do("take", "rina", complaint=parent)
    town.do("answer", "rina", 1, complaint=parent, text="Sudah.")
    letters = [one.payload for one in Message.objects.filter(topic="followers.email")]
    urls = {one["url"] for one in letters if "Dijawab" in one["title"]}
    assert urls == {f"/aduan/{one.code}/" for one in (first, child, parent)}
    first.refresh_from_db()
    assert clocks_of(first, town.at).felt == 5 * DAY
    with pytest.raises(PolicyRefused):
        town.do("withdraw", "warga", complaint=town.do("reopen", "warga", complaint=first, reason="Belum."))


def test_incomplete_and_never_completed_counts_as_withdrawn(town):
    complaint = town.do("ask_completion", complaint=town.file(), note="Hari apa?")
    assert (complaint.completion_due, complaint.first_answered_at) == (date(2026, 10, 7), MONDAY)
    town.do("watch_complaints", "sistem", days=30)
    complaint.refresh_from_db()
    assert complaint.status == Status.MENUNGGU_KELENGKAPAN
    town.do("watch_complaints", "sistem", days=1)
    complaint.refresh_from_db()
    assert complaint.status == Status.DICABUT


def test_what_is_late_climbs_and_the_road_to_the_ombudsman_opens(town):
    complaint = town.taken(happened_on=date(2026, 9, 1))
    assert not ombudsman_road_of(complaint, town.at).is_open
    with pytest.raises(PolicyRefused, match="masih punya waktu"):
        town.do("escalate", "warga", complaint=complaint)
    levels = []
    for _ in range(4):
        town.do("watch_complaints", "sistem", days=7 if not levels else 1 if len(levels) == 1 else 5)
        complaint.refresh_from_db()
        levels.append(complaint.escalation)
    assert levels == [0, 1, 2, 3]
    assert "Laporan dieskalasi kepada Anda" in told(town.user("dewi"))
    assert "Laporan dieskalasi kepada Anda" in told(town.user("indra"))
    road = ombudsman_road_of(complaint, town.at)
    assert (road.is_open, road.until) == (True, date(2028, 9, 1))


def test_what_a_locked_account_would_be_told_goes_one_level_higher(town):
    complaint = town.taken()
    User.objects.filter(pk=town.user("dewi").pk).update(is_active=False)
    town.do("watch_complaints", "sistem", days=9)
    complaint.refresh_from_db()
    assert complaint.escalation == Level.KOORDINATOR
    escalated = Notice.objects.filter(title="Laporan dieskalasi kepada Anda")
    assert [one.recipient for one in escalated] == [town.user("koko")]


def test_filed_after_thirty_days_it_is_taken_with_a_mark(town):
    assert town.file(happened_on=date(2026, 8, 7)).is_filed_late
    assert not town.file(happened_on=date(2026, 8, 8)).is_filed_late


@pytest.mark.parametrize("kelas", list(Kelas))
def test_each_class_has_its_deadline(town, kelas):
    assert town.verified(kelas=kelas).answer_due is not None


def test_a_retry_finds_the_first(town):
    first = town.file(submission="0b6d2f0c")
    assert town.file(submission="0b6d2f0c") == first
    other = town.file("sistem", channel="lapor", source_key="123")
    assert town.file("sistem", channel="lapor", source_key="123") == other
    assert Complaint.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "curhat"}, "kind"),
        ({"text": "  \x00\u200b "}, "text"),
        ({"text": "x" * 100_000}, "text"),
        ({"happened_on": date(2026, 9, 8)}, "happened_on"),
        ({"received_at": MONDAY}, "received_at"),
    ],
)
def test_a_report_is_refused_in_words(town, change, field):
    with pytest.raises(InputRefused) as refusal:
        town.file(**change)
    assert refusal.value.field == field


def test_a_flood_from_one_address_is_refused_and_the_others_are_not(town, one_minute):
    for _ in range(10):
        town.file(sender="203.0.113.7")
    with pytest.raises(PolicyRefused, match="Terlalu banyak"):
        town.file(sender="203.0.113.7")
    town.file(sender="203.0.113.8")
    town.file(sender="203.0.113.7", kind="aspirasi")
    assert Complaint.objects.count() == 12


def test_what_happened_elsewhere_is_recorded_and_told_to_nobody(town):
    at = MONDAY - 20 * DAY
    for status in ("terverifikasi", "diteruskan", "diproses", "ditunda", "dijawab", "selesai", "arsip"):
        past = town.file("sistem", channel="impor", received_at=at, category=town.category, source_key=status)
        town.do("record_past", "sistem", complaint=past, status=status, at=at + DAY, answer="Beres.")
        assert past.status == status
    assert not Notice.objects.filter(kind=KIND).exists()
    assert {row["kind"]: row["value"] for row in current(kinds=["complaint.answered"])} == {
        "complaint.answered": 86_400
    }
    with pytest.raises(InputRefused):
        town.do("record_past", "sistem", complaint=town.file(), status="selesai", at=at)


def test_a_code_as_typed_finds_it(town):
    complaint = town.file()
    assert complaint_by_code(f" {complaint.code[:5].lower()}-{complaint.code[5:]}") == complaint
    with pytest.raises(Complaint.DoesNotExist):
        complaint_by_code("SALAH")
    assert complaint.code not in f"{complaint} {complaint.events.first()}"
