"""Complaints found by words, among those the asker may see: `rows` is his sight, and a search never widens it.

Every word has to be there, as the beginning of a word or with another affix. Only words of complaints are read, by an
index, never the complaints themselves; the same question finds the same in SQLite and in PostgreSQL.
"""

from collections.abc import Iterator
from itertools import islice

from django.db.models import Case, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from abdi.services.standards.words import MOST_WORDS
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.reading.models import Term
from abdi.voice.complaints.reading.words import LONGEST, forms_of, telling_words, terms_of

BEGINNING = 3  # letters from which a word may be half typed
MOST_TERMS = 400  # of one complaint: the longest text allowed has fewer that differ
_IN_TITLE, _WRITTEN, _DERIVED = 4, 3, 2  # a word of the title says most; one made of it by its affixes least


def find(rows: QuerySet[Complaint], text: str, *, public: bool = False) -> QuerySet[Complaint]:
    """Those of `rows` that have every word, best first, then newest. All of them for an empty question.

    `public`: looks only at words that everybody may read, whatever `rows` holds besides.
    """
    if not text.strip():
        return rows
    words = list(dict.fromkeys(telling_words(text)))[:MOST_WORDS]
    if not words:
        return rows.none()
    terms = Term.objects.filter(is_public=True) if public else Term.objects.all()
    for word in words:
        rows = rows.filter(pk__in=terms.filter(_like(word)).values("complaint"))
    score = sum((_score(terms, word) for word in words), start=Value(0))
    return rows.annotate(score=score).order_by("-score", "-received_at", "-pk")


def remember_words(complaint: Complaint) -> None:
    """Write down what the complaint is found by, in the transaction of the verb that wrote its text."""
    Term.objects.filter(complaint=complaint).delete()
    Term.objects.bulk_create(words_for(complaint))


def words_for(complaint: Complaint) -> Iterator[Term]:
    """The rows by which a complaint is found, not written yet."""
    public = terms_of(complaint.public_text)
    title, text = complaint.title, f"{complaint.text} {complaint.public_text} {complaint.address}"
    weights = {form: _DERIVED for one in (title, text) for form in terms_of(one)}
    weights |= dict.fromkeys(telling_words(text), _WRITTEN) | dict.fromkeys(telling_words(title), _IN_TITLE)
    for term, weight in islice(weights.items(), MOST_TERMS):
        yield Term(complaint=complaint, term=term, weight=weight, is_public=term in public)


def _like(word: str) -> Q:
    """The word with any affix, or anything that begins with it.

    Between "jal" and "jalzzz…" lies just what begins with "jal", in whatever order a database keeps a to z.
    """
    same = Q(term__in=forms_of(word))
    return same | Q(term__range=(word, word.ljust(LONGEST, "z"))) if len(word) >= BEGINNING else same


def _score(terms: QuerySet[Term], word: str) -> Coalesce:
    """The best place in which it has the word; a whole word counts twice as much as the beginning of one."""
    weight = Case(
        When(term__in=forms_of(word), then=F("weight") * 2), default=F("weight"), output_field=IntegerField()
    )
    mine = terms.filter(_like(word), complaint=OuterRef("pk")).order_by().values("complaint")
    return Coalesce(Subquery(mine.annotate(best=Max(weight)).values("best")), 0)
