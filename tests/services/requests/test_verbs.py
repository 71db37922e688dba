"""From one visit to the product in hand, and everything that is refused on the way."""

import struct
import zlib
from datetime import timedelta
from io import BytesIO

import pytest

from abdi.facts.selectors import current
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.followers.actions import follow
from abdi.platform.notifications.models import Notice
from abdi.platform.outages.models import Outage
from abdi.platform.outages.selectors import forget_outages
from abdi.platform.outbox.models import Message
from abdi.platform.verification.selectors import present_version, standing_of_code, standing_of_file
from abdi.services.requests import actions
from abdi.services.requests.enums import DocumentStatus, PermohonanStatus
from abdi.services.requests.papers import PRODUK
from abdi.services.requests.workflow import PERMOHONAN
from tests.services.requests.conftest import NINE, PDF, promise

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_one_visit_opens_each_service_at_its_own_unit(errand):
    visit = errand.file(name="Bapak Wargawan")
    first, second = visit.permohonan.order_by("number")
    assert [one.unit.code for one in (first, second)] == ["KEL-MELATI", "KEL-KENANGA"]
    assert first.due_at == NINE + 2 * HOUR
    assert ((second.due_at - NINE).days, second.standar.version) == (2, 3)
    assert [(one.text, one.is_required) for one in first.documents.all()] == [
        ("KTP-el asli", True),
        ("Buku nikah", False),
    ]
    assert "Wargawan" not in str(list(AuditEntry.objects.values_list("data", flat=True)))


def test_a_later_standar_changes_nothing_for_who_filed_before(errand):
    one = errand.one()
    promise(
        errand.office.layanan,
        version=2,
        time_value=1,
        time_unit="menit",
        valid_from=NINE.date() + timedelta(1),
    )
    errand.do(actions.take_up, permohonan=one)
    assert (one.standar.version, one.due_at) == (1, NINE + 2 * HOUR)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"layanan": []}, "layanan"),
        ({"name": "x" * 10_000_000}, "name"),
    ],
)
def test_a_visit_is_refused_in_words(errand, change, field):
    with pytest.raises(InputRefused) as refusal:
        errand.file(**change)
    assert refusal.value.field == field


def test_a_visit_does_not_ask_one_service_twice(errand):
    with pytest.raises(InputRefused):
        errand.file(layanan=[errand.legalisir] * 2)


def jpeg(extra=b""):
    return b"\xff\xd8" + extra + b"\xff\xda\x00\x02picture\xff\xd9"


def png(*chunks):
    parts = [(b"IHDR", b"\0" * 13), *chunks, (b"IDAT", b"picture"), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


EXIF = b"\xff\xe1" + struct.pack(">H", 14) + b"GPS -6.9 x  "


@pytest.mark.parametrize(
    ("content", "name", "kept"),
    [
        (PDF, "ktp.pdf", PDF),
        (jpeg(EXIF), "ktp.jpg", jpeg()),
        (png((b"tEXt", b"owner"), (b"eXIf", b"GPS")), "ktp.png", png()),
    ],
)
def test_a_paper_is_kept_without_what_the_camera_wrote(errand, content, name, kept):
    sent = errand.send(errand.paper(errand.one()), content, name)
    assert sent.status == DocumentStatus.DITERIMA
    assert sent.file.path.read_bytes() == kept


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\x00program", "ktp.pdf"),
        (b"\x7fELF", "ktp.png"),
        (PDF, "ktp.exe"),
        (b"nama,alamat\n", "ktp.csv"),
        (b"", "ktp.pdf"),
        (b"\xff\xd8\xff\xe1\xff\xff", "ktp.jpg"),
        (PDF + b" " * 60_000_000, "ktp.pdf"),
    ],
    ids=["program", "disguised", "name", "kind", "empty", "broken", "too large"],
)
def test_anything_else_is_refused(errand, content, name):
    document = errand.paper(errand.one())
    with pytest.raises(InputRefused):
        errand.send(document, content, name)
    document.refresh_from_db()
    assert document.file is None


VERBS = {
    "take_up": {},
    "return_for_completion": {"note": "Foto KTP buram"},
    "complete": {},
    "hand_over": {"received_by": "Pemohon sendiri"},
    "reject": {"reason": "Bukan warga kelurahan ini"},
    "resubmit": {},
    "cancel_permohonan": {},
}
OFFICERS = {"rina", "sari"}
CITIZENS = {"resubmit", "cancel_permohonan"}


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_from_another_unit_and_no_citizen_in_the_officers_place(errand, verb):
    """Rina serves there and Sari administers; Dewi leads, but does not serve; Gita serves elsewhere."""
    permohonan = errand.one()
    for who in ("rina", "sari", "joko", "dewi", "warga", errand.elsewhere):
        allowed = OFFICERS | ({"warga"} if verb in CITIZENS else set())
        try:
            errand.do(getattr(actions, verb), who, permohonan=permohonan, **VERBS[verb])
            refused = False
        except PermissionRefused:
            refused = True
        except PolicyRefused:
            refused = False
        assert refused == (who not in allowed), who
        permohonan = errand.one()


NAMES = {"return_for_completion": "return", "cancel_permohonan": "cancel"}
AS = {"resubmit": "warga", "cancel_permohonan": "warga"}


@pytest.mark.parametrize("status", PermohonanStatus)
def test_every_verb_in_every_state(errand, status):
    for verb in VERBS:
        permohonan = errand.ready()
        permohonan.handler = errand.office.sari.user.employee  # so that Rina may take it up from her
        permohonan.status, permohonan.closed_at = status, None
        if permohonan.is_closed:
            permohonan.closed_at = errand.at
        permohonan.save()
        allowed = PERMOHONAN.allows(NAMES.get(verb, verb), status)
        try:
            errand.do(getattr(actions, verb), AS.get(verb, "rina"), permohonan=permohonan, **VERBS[verb])
            went = True
        except PolicyRefused:
            went = False
        assert went == allowed, (verb, status)


def test_words_are_asked_where_a_citizen_reads_them(errand):
    permohonan = errand.taken()
    for verb, field in (("return_for_completion", "note"), ("reject", "reason")):
        with pytest.raises(InputRefused) as refusal:
            errand.do(getattr(actions, verb), permohonan=permohonan, **{field: "  "})
        assert refusal.value.field == field
    with pytest.raises(InputRefused):
        errand.judge(errand.paper(permohonan), DocumentStatus.PERBAIKI)


def test_nothing_is_finished_on_papers_nobody_looked_at(errand):
    permohonan = errand.taken()
    errand.send(errand.paper(permohonan))
    with pytest.raises(PolicyRefused, match="KTP-el asli"):
        errand.do(actions.complete, permohonan=permohonan)


def test_the_agencys_clock_stands_while_the_citizen_completes_his_papers(errand):
    """Filed 09.00 for 11.00; back 09.30–10.30, so due 12.00; ready 11.30: in time, 90 minutes of work, 150 felt."""
    permohonan = errand.taken()
    document = errand.judge(errand.paper(permohonan), DocumentStatus.PERBAIKI, "Foto buram")
    errand.do(actions.return_for_completion, after=30, permohonan=permohonan, note="Foto KTP buram")
    with pytest.raises(PolicyRefused, match="KTP-el asli"):
        errand.do(actions.resubmit, "warga", permohonan=permohonan)
    errand.send(document)
    errand.do(actions.resubmit, "warga", after=60, permohonan=permohonan)
    assert permohonan.due_at == NINE + 3 * HOUR
    errand.judge(document)
    errand.do(actions.complete, after=60, permohonan=permohonan)
    told = {row["kind"]: row for row in current(cases=[str(permohonan.uid)], sources=["permohonan"])}
    values = {kind: float(row["value"]) for kind, row in told.items() if kind != "service.activity"}
    assert values == {
        "service.completed": 150 * 60,
        "service.completed_working": 90 * 60,
        "service.on_time": 1,
    }
    assert told["service.completed"]["employee_id"] == errand.office.rina.pk
    assert told["service.completed"]["channel"] == "daring"
    errand.do(actions.hand_over, after=60, permohonan=permohonan, received_by="Anaknya")
    activities = [
        row["attrs"]["activity"]
        for row in current(cases=[str(permohonan.uid)], sources=["permohonan"])
        if row["kind"] == "service.activity"
    ]
    assert sorted(activities) == sorted(["diajukan", "diproses", "dikembalikan", "diproses", "selesai"])


def test_late_is_told_as_late(errand):
    permohonan = errand.ready()
    errand.do(actions.complete, after=121, permohonan=permohonan)
    rows = current(cases=[str(permohonan.uid)], sources=["permohonan"])
    assert [float(row["value"]) for row in rows if row["kind"] == "service.on_time"] == [0]


def test_who_withdrew_was_not_served(errand):
    permohonan = errand.taken()
    errand.do(actions.cancel_permohonan, "warga", after=5, permohonan=permohonan)
    assert {row["kind"] for row in current(cases=[str(permohonan.uid)])} == {"service.activity"}


@pytest.mark.parametrize("own", [None, PDF])
def test_a_product_verifies_by_its_code_and_by_its_file(errand, own):
    permohonan = errand.ready()
    product = BytesIO(own) if own else None
    errand.do(actions.complete, permohonan=permohonan, product=product)
    issued = present_version(PRODUK, permohonan)
    assert all(one.holds for one in (standing_of_code(issued.code), standing_of_file(issued.sha256)))
    assert issued.file.path.read_bytes() == own or own is None
    errand.do(actions.hand_over, permohonan=permohonan, received_by="Pemohon sendiri")
    assert standing_of_code(issued.code).holds
    assert standing_of_code("22222AAAAA") is None


def test_followers_are_told_without_a_name_or_a_service(errand):
    visit = errand.file(name="Bapak Andai")
    follow(actor=public_user(), subject=visit, email="warga@example.test")
    permohonan = visit.permohonan.get(number=1)
    errand.do(actions.take_up, permohonan=permohonan)
    errand.do(actions.return_for_completion, permohonan=permohonan, note="KTP Bapak Andai buram")
    told = [one.payload for one in Message.objects.filter(topic="followers.email")]
    assert [one["title"] for one in told] == ["Permohonan 1: Diproses", "Permohonan 1: Menunggu dilengkapi"]
    assert all("Andai" not in str(one) and "keluarga" not in str(one) for one in told)


def test_a_deadline_is_warned_of_before_and_escalated_after_it_once(errand):
    permohonan = errand.taken()
    found = Notice.objects.filter(kind="requests:permohonan").order_by("pk")
    seen = []
    for after in (95, 2, 5, 30, 5):  # 09.00 for 11.00: 80 of 100 are gone at 10.36
        errand.do(actions.watch_deadlines, system_user(), after=after)
        seen.append(found.count())
    assert seen == [0, 1, 1, 2, 2]
    assert list(found.values_list("recipient__username", flat=True)) == ["rina", "dewi"]
    permohonan.refresh_from_db()
    assert permohonan.escalated_at


def test_an_outage_moves_the_deadline(errand):
    permohonan = errand.taken()
    Outage(start=NINE + HOUR, end=NINE + 2 * HOUR, what="Listrik", source="PLN").save()
    forget_outages()
    errand.do(actions.watch_deadlines, system_user())
    permohonan.refresh_from_db()
    assert permohonan.due_at == NINE + 3 * HOUR


def test_only_the_clock_watches_deadlines(errand):
    with pytest.raises(PermissionRefused):
        errand.do(actions.watch_deadlines)
