"""A letter becomes a complaint once, and its sender gets one receipt; machines and loops become nothing."""

import os
import sys
from io import BytesIO, StringIO
from types import SimpleNamespace

import pytest
from django.core import mail
from django.core.management import call_command

from abdi.integrations.mail.intake import take_letter
from abdi.platform.accounts.models import system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.outbox.models import Message
from abdi.voice.complaints.models import Complaint
from tests.integrations.mail.test_letters import HEAD, letter
from tests.voice.scene import photo

pytestmark = pytest.mark.django_db


def take(raw):
    return take_letter(actor=system_user(), raw=raw)


def with_picture(content):
    import base64

    coded = base64.b64encode(content).decode()
    body = (
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nLampu jalan mati.\r\n--b\r\n"
        'Content-Type: image/jpeg; name="rumah-wati.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        f"{coded}\r\n--b--\r\n"
    )
    return letter(body=body, more="Content-Type: multipart/mixed; boundary=b\r\n")


def test_a_letter_is_filed_with_its_sender_in_the_vault_and_a_receipt(office):
    one = take(letter()).complaint
    assert (one.channel, one.title, one.text) == ("surel", "Lampu mati", "Lampu jalan mati.")
    assert (one.identity.name, one.identity.contact) == ("Wati Rekaan", "wati@contoh.test")
    receipt = Message.objects.get(topic="followers.email")
    assert one.number in receipt.payload["title"]
    assert one.code in receipt.payload["url"]


def test_the_same_letter_again_is_the_same_complaint_and_no_second_receipt(office):
    first, again = take(letter()).complaint, take(letter(body="Diubah di jalan")).complaint
    assert first == again
    assert Complaint.objects.count() == Message.objects.filter(topic="followers.email").count() == 1


def test_a_letter_without_an_id_is_known_by_what_it_is(office):
    head = HEAD.replace("Message-ID", "X-Lain")
    assert take(letter(head=head)).complaint == take(letter(head=head)).complaint


def test_nobody_is_named_in_the_trail_the_address_or_the_receipt(office):
    take(letter())
    told = [str(entry.data) for entry in AuditEntry.objects.all()]
    told += [f"{one.key} {one.payload}" for one in Message.objects.all()]
    told += [one.source_key for one in Complaint.objects.all()]
    assert not [text for text in told if "wati" in text.lower() or "contoh.test" in text]


@pytest.mark.parametrize(
    ("subject", "is_anonymous", "is_secret", "kind"),
    [
        ("Lampu", False, False, "pengaduan"),
        ("ANONIM: petugas", True, False, "pengaduan"),
        ("Rahasia, anonim", True, True, "pengaduan"),
        ("Aspirasi: taman", False, False, "aspirasi"),
        ("Re: permintaan informasi", False, False, "permintaan_informasi"),
    ],
)
def test_the_subject_may_say_what_it_is_and_who_may_know(office, subject, is_anonymous, is_secret, kind):
    one = take(letter(head=HEAD.replace("Lampu mati", subject))).complaint
    assert (one.is_anonymous, one.is_secret, one.kind) == (is_anonymous, is_secret, kind)


def test_a_picture_is_drawn_anew_and_loses_its_name(office):
    one = take(with_picture(photo().getvalue())).complaint
    assert one.photos.get().file.name == "foto-1.jpg"


def test_what_is_no_picture_is_left_out_and_the_words_are_kept(office):
    taken = take(with_picture(b"%PDF-1.7 GIF89a bukan gambar"))
    assert (taken.left_out, taken.complaint.photos.count()) == (1, 0)


def test_machines_and_our_own_letters_become_nothing(office, settings):
    settings.DEFAULT_FROM_EMAIL = "Abdi <abdi@kantor.test>"
    for raw in (
        letter(more="Auto-Submitted: auto-replied\r\n"),
        letter(head="From: ABDI@kantor.test\r\n"),
    ):
        assert take(raw).complaint is None
    assert not Complaint.objects.exists()
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        (letter(head="Subject: x\r\n"), InputRefused),
        (letter(head="From: bukan-alamat\r\nSubject: x\r\n"), InputRefused),
        (letter(head="From: a@contoh.test\r\n", body=""), InputRefused),
        (letter(body="x" * 10_001), InputRefused),
        (letter(more="In-Reply-To: <1.receipt@abdi>\r\n"), PolicyRefused),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(office, raw, refusal):
    with pytest.raises(refusal):
        take(raw)
    assert not Complaint.objects.exists()


def run(monkeypatch, instansi, raw):
    """(exit code, what the mail server passes on)."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(raw)))
    said = StringIO()
    try:
        call_command("complaint", "mail", "--instansi", instansi, stdout=said, stderr=said)
    except SystemExit as left:
        return left.code, said.getvalue()
    return os.EX_OK, said.getvalue()


def test_the_pipe_tells_the_mail_server_what_to_do(office, instansi, monkeypatch):
    assert run(monkeypatch, instansi.code, letter())[0] == os.EX_OK
    code, said = run(monkeypatch, instansi.code, letter(head="Subject: x\r\n"))
    assert code == os.EX_DATAERR
    assert "Alamat surel" in said
    assert run(monkeypatch, "tidak-ada", letter())[0] == os.EX_TEMPFAIL
    assert run(monkeypatch, instansi.code, letter(more="Precedence: bulk\r\n")) == (
        0,
        "surel mesin; diabaikan\n",
    )


def test_a_flood_from_one_address_waits_and_others_come_through(office, instansi, monkeypatch):
    def number(which, sender="wati"):
        head = HEAD.replace("<1@", f"<{which}@").replace("wati@", f"{sender}@")
        return run(monkeypatch, instansi.code, letter(head=head))[0]

    codes = [number(which) for which in range(12)]
    assert codes[0] == os.EX_OK
    assert codes[-1] == os.EX_TEMPFAIL
    assert number("lain", sender="joni") == os.EX_OK
    assert mail.outbox == []  # letters leave through the outbox alone
