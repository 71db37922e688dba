"""What a letter says, and that no letter breaks the reading of it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.integrations.mail.letters import LARGEST, read_letter
from abdi.platform.errors import DomainError, InputRefused

HEAD = "From: Wati Rekaan <wati@contoh.test>\r\nMessage-ID: <1@contoh.test>\r\nSubject: Lampu mati\r\n"


def letter(head=HEAD, body="Lampu jalan mati.", more=""):
    return f"{head}{more}\r\n{body}".encode()


def test_a_plain_letter():
    read = read_letter(letter())
    assert (read.name, read.address, read.subject) == ("Wati Rekaan", "wati@contoh.test", "Lampu mati")
    assert (read.text, read.key, read.is_automatic) == ("Lampu jalan mati.", "<1@contoh.test>", False)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Lampu mati.\r\n-- \r\nWati Rekaan\r\n0812", "Lampu mati."),
        ("Lampu mati.\r\n\r\nPada Sen, 7 Sep 2026, Abdi menulis:\r\n> Laporan Anda", "Lampu mati."),
        ("> kutipan\r\nLampu mati.", "Lampu mati."),
        ("", ""),
    ],
)
def test_only_what_was_written_now_counts(body, text):
    assert read_letter(letter(body=body)).text == text


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; x=y",
        "Precedence: bulk",
        "Precedence: LIST",
        "X-Autoreply: yes",
        "List-Id: <warga.contoh.test>",
        "X-Loop: abdi",
        "Return-Path: <>",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=a",
    ],
)
def test_a_machine_is_known_by_its_headers(header):
    assert read_letter(letter(more=f"{header}\r\n")).is_automatic


@pytest.mark.parametrize(
    "sender", ["MAILER-DAEMON@contoh.test", "no-reply@contoh.test", "postmaster@contoh.test"]
)
def test_a_machine_is_known_by_its_name(sender):
    assert read_letter(letter(head=f"From: {sender}\r\n")).is_automatic


def test_html_is_never_read():
    body = (
        "--b\r\nContent-Type: text/html\r\n\r\n<p>Tidak tampak</p>\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nLampu mati\r\n--b--\r\n"
    )
    assert (
        read_letter(letter(body=body, more="Content-Type: multipart/alternative; boundary=b\r\n")).text
        == "Lampu mati"
    )


def test_pictures_are_taken_and_nothing_else():
    parts = "".join(
        f"--b\r\nContent-Type: {kind}; name=x\r\nContent-Disposition: attachment\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\nQUJD\r\n"
        for kind in ["image/png"] * 6 + ["application/pdf", "image/svg+xml", "text/plain"]
    )
    read = read_letter(letter(body=f"{parts}--b--\r\n", more="Content-Type: multipart/mixed; boundary=b\r\n"))
    assert read.pictures == (b"ABC",) * 5
    assert read.text == ""


HOSTILE = [
    b"From: =?utf-8?q?=00=0aBcc:_semua=40contoh.test?= <wati@contoh.test>",
    b"Subject: =?tidak-dikenal?b?////?=",
    b"Subject: =?utf-8?b?" + b"A" * 5_000 + b"?=",
    b"Subject: a\r\n b\r\n c",
    b"From: \xff\xfe\x00",
    b"From: <<<>>>@@@",
    b"Message-ID: [invalid]@[",
    b"Content-Type: multipart/mixed",
    b"Content-Type: multipart/mixed; boundary=" + b"x" * 3_000,
    b"Content-Type: text/plain; charset=tidak-dikenal",
    b"Content-Transfer-Encoding: base64",
    b": tanpa nama",
    b"\x00: nol",
]


@pytest.mark.parametrize("header", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_header_is_read_and_stays_on_its_line(header):
    read = read_letter(header + b"\r\n" + letter())
    for words in (read.name, read.subject, read.key, read.address):
        assert not set(words) & set("\r\n\x00")


def test_brackets_within_brackets_without_end_are_refused():
    with pytest.raises(InputRefused):
        read_letter(letter(head=f"From: {'(' * 5_000}\r\n"))


def test_parts_within_parts_without_end_are_refused():
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(3_000))
    with pytest.raises(InputRefused):
        read_letter(letter(head=HEAD + deep))


def test_a_letter_that_is_too_large_is_refused():
    with pytest.raises(InputRefused, match="30 MiB"):
        read_letter(b"x" * (LARGEST + 1))


@given(st.binary(max_size=600))
def test_whatever_comes_is_read_or_refused_in_words(raw):
    with suppress(DomainError):
        assert read_letter(raw)
