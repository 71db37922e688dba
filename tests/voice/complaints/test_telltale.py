"""What gives a writer away is found; what does not, stays as he wrote it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abdi.voice.complaints.telltale import HIDDEN, findings, masked


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Hubungi 0812-3456-7890 ya.", "0812-3456-7890"),
        ("WA +62 812 3456 7890", "812 3456 7890"),
        ("telepon (031) 5678901", "5678901"),
        ("surel budi.rekaan@contoh.id saja", "budi.rekaan"),
        ("NIK saya 3578011203900001.", "3578011203900001"),
        ("NIK 3578 0112 0390 0001", "0390 0001"),
        ("Perkenalkan, nama saya Wira Rekaan dari Melati.", "Wira Rekaan"),
        ("saya bernama Wira, warga", "Wira"),
        ("Saya Wira Rekaan, warga RT 3.", "Wira Rekaan"),
        ("Hormat saya,\nWira Rekaan", "Wira Rekaan"),
        ("Rumah saya di Jalan Rekaan nomor 17, lampunya mati.", "Jalan Rekaan nomor 17"),
        ("saya tinggal di Gang Misal 4.", "Gang Misal 4"),
    ],
)
def test_found(text, gone):
    assert gone not in masked(text)
    assert HIDDEN in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lampu Jalan Melati mati sejak 12 September 2026 pukul 19.00.",
        "Petugas loket 3 meminta Rp150.000 untuk KTP.",
        "Saya menunggu 3 jam di Kelurahan Melati, nomor antrean A012.",
        "Berkas nomor 470/1234/2026 belum selesai.",
    ],
)
def test_left_alone(text):
    assert masked(text) == text


def test_what_he_gave_elsewhere_is_found_in_any_letters():
    told = "Kata pak wira: WIRA REKAAN belum bayar. Wirausaha lain sudah."
    assert masked(told, ["Wira Rekaan", "", "  "]) == (
        f"Kata pak {HIDDEN}: {HIDDEN} belum bayar. Wirausaha lain sudah."
    )


def test_an_address_goes_as_a_whole_or_every_street_of_the_text_would():
    told = "Lampu Jalan Melati mati, juga di jalan rekaan 17."
    assert masked(told, ["Jalan Rekaan 17"]) == f"Lampu Jalan Melati mati, juga di {HIDDEN}."
    assert masked(told, ["Jl. Melati"]) == told


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=3))
def test_findings_are_in_order_and_apart(text, own):
    found = findings(text, own)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))
