"""What a complaint is found by, and what never."""

import pytest

from abdi.voice.complaints.reading.words import likeness, terms_of


@pytest.mark.parametrize(
    "text",
    [
        "Lampu mati. Nama saya Budi Santoso",
        "Lampu mati. Nama lengkap saya adalah Budi Santoso Misal",
        "Lampu mati. Hormat saya, Budi Santoso",
        "Lampu mati, hubungi 0812-3456-7890",
        "Lampu mati +62 812 3456 7890",
        "Lampu mati NIK 3201012345678901",
        "Lampu mati, surel budi.santoso@contoh.test",
        "Lampu mati https://contoh.test/budi",
    ],
)
def test_nobody_is_found_by_what_points_at_him(text):
    terms = terms_of(text)
    assert {"lampu", "mati"} <= terms
    assert not terms & {"budi", "santoso", "misal", "contoh", "0812", "3456", "7890", "3201012345678901"}


def test_a_word_is_known_with_its_affixes_and_without():
    assert {"penerangan", "terang", "erang"} <= terms_of("Penerangan jalan café")
    assert {"menumpuk", "tumpuk"} <= terms_of("Sampah menumpuk")
    assert "cafe" in terms_of("Penerangan jalan café")


def test_what_happened_at_home_is_found():
    assert "banjir" in terms_of("Air di rumah saya banjir lagi")


def test_short_numbers_stay():
    assert {"05", "2026"} <= terms_of("RT 05 sejak 2026")


def test_texts_are_alike_by_the_words_they_share():
    one, other = terms_of("lampu jalan mati"), terms_of("lampu jalan padam")
    assert 0 < likeness(one, other) < likeness(one, one) == 1
    assert likeness(set(), set()) == 0
