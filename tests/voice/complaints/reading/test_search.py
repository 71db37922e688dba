"""Complaints found by words: as many as have all of them, best first, and never more than the asker may see."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.reading.models import Term
from abdi.voice.complaints.search import find
from tests.voice.complaints.reading.rows import NOON, complaint

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(office):
    return [
        complaint("Lampu penerangan jalan mati sejak Kamis", address="Jalan Misal"),
        complaint("Jalan berlubang di depan pasar", received_at=NOON + timedelta(days=1)),
        complaint("Sampah menumpuk, jalanan bau", received_at=NOON - timedelta(days=1)),
    ]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", [1, 0, 2]),
        ("   ", [1, 0, 2]),
        ("lampu", [0]),
        ("LAMPU mati", [0]),
        ("lam", [0]),
        ("la", []),
        ("jalan", [1, 0, 2]),
        ("jalan lampu", [0]),
        ("jalan lampu sampah", []),
        ("terang", [0]),
        ("penerangannya", [0]),
        ("ditumpuk", [2]),
        ("menerangi", []),
        ("tumpuk", [2]),
        ("misal", [0]),
        ("%", []),
        ("jalan' OR 1=1 --", []),
        ("𝐥𝐚𝐦𝐩𝐮", [0]),
    ],
)
def test_a_question_finds_what_has_all_its_words(shelf, question, found):
    rows = list(find(Complaint.objects.all(), question))
    assert sorted(shelf.index(one) for one in rows) == sorted(found)


def test_a_whole_word_comes_before_the_beginning_of_one(shelf):
    assert list(find(Complaint.objects.all(), "jalan")) == [shelf[1], shelf[0], shelf[2]]


def test_a_search_never_widens_what_one_may_see(shelf):
    mine = Complaint.objects.filter(pk=shelf[1].pk)
    assert list(find(mine, "jalan")) == [shelf[1]]
    assert not find(mine, "lampu")


def test_everybody_searches_public_words_only(office):
    told = complaint("Lampu mati di depan rumah Kamboja", public_text="Lampu mati di sebuah rumah")
    assert list(find(Complaint.objects.all(), "kamboja")) == [told]
    assert not find(Complaint.objects.all(), "kamboja", public=True)
    assert list(find(Complaint.objects.all(), "lampu", public=True)) == [told]


def test_one_question_to_the_database_however_many_words(shelf):
    with CaptureQueriesContext(connection) as asked:
        list(find(Complaint.objects.all(), "jalan lampu mati kamis"))
    assert len(asked) == 1


def test_words_are_looked_up_in_their_index(shelf):
    """At a hundred thousand complaints a scan would be felt; whichever database, the plan names the index."""
    filler = complaint("sesuatu")
    Term.objects.bulk_create(
        Term(complaint=filler, term=f"kata{number}", weight=1, is_public=True) for number in range(3_000)
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE complaint_reading_term")
    assert "complaint_by_term" in find(Complaint.objects.all(), "lampu").explain()
