"""Putting answers in so that none can be told from another, and taking out only what all say together."""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from random import SystemRandom
from statistics import median
from typing import Any

from abdi.activity.feedback.enums import SEALED, GiverRole
from abdi.activity.feedback.models import Collection, Invitation, SealedAnswer
from abdi.organisation.law.answers import evaluate

_chance = SystemRandom()


def put_in(collection: Collection, scores: Mapping[str, int], texts: Mapping[str, str]) -> None:
    """Add one person's answer and write every row of the collection anew in random order.

    The order of rows, their keys and their transaction are then the same for all. Costs the size of a collection.
    """
    rows = [
        *SealedAnswer.objects.filter(collection=collection),
        *(SealedAnswer(collection=collection, nilai=nilai, score=score) for nilai, score in scores.items()),
        *(
            SealedAnswer(collection=collection, nilai=nilai, text=text)
            for nilai, text in texts.items()
            if text
        ),
    ]
    fresh = [
        SealedAnswer(collection=collection, nilai=row.nilai, score=row.score, text=row.text) for row in rows
    ]
    SealedAnswer.objects.filter(collection=collection).delete()
    _chance.shuffle(fresh)
    SealedAnswer.objects.bulk_create(fresh)


def take_out(collection: Collection) -> dict[str, Any]:
    """`Collection.result`, and the end of the sealed rows. Nothing at all when fewer than the minimum answered."""
    rows = list(SealedAnswer.objects.filter(collection=collection))
    raters = Invitation.objects.filter(collection=collection, role__in=SEALED)
    answered = raters.filter(answered=True).count()
    SealedAnswer.objects.filter(collection=collection).delete()
    raters.delete()  # who answered is worth knowing only while answers come in
    if answered < collection.minimum:
        return {"cukup": False, "minimum": collection.minimum}
    words = [{"nilai": row.nilai, "text": row.text} for row in rows if row.text]
    _chance.shuffle(words)
    medians = _medians(rows, collection.minimum)
    return {
        "cukup": True,
        "minimum": collection.minimum,
        "n": answered,
        "medians": medians,
        "words": words,
        "saran": _suggestion(collection, medians),
    }


def _medians(rows: list[SealedAnswer], minimum: int) -> dict[str, dict[str, Any]]:
    """Per value over everybody; a value that fewer than the minimum scored stays closed."""
    scores: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.score is not None:
            scores[row.nilai].append(row.score)
    return {
        nilai: {"median": float(median(found)), "n": len(found)}
        for nilai, found in sorted(scores.items())
        if len(found) >= minimum
    }


def _suggestion(collection: Collection, medians: Mapping[str, Mapping[str, Any]]) -> dict[str, Any] | None:
    """Penilai 60, the others 40 (PP 30/2019 Ps 39), over the values both have scored. Advice, never a rating."""
    leader = collection.open_scores.filter(role=GiverRole.PIMPINAN).first()
    both = sorted(set(medians) & set(leader.scores)) if leader else []
    if leader is None or not both:
        return None
    scores = {
        "pejabat_penilai": _mean([leader.scores[nilai] for nilai in both]),
        "rekan_dan_bawahan": _mean([medians[nilai]["median"] for nilai in both]),
    }
    return evaluate("opini_perilaku", on=collection.period.end, input=scores).as_dict()


def _mean(numbers: list[Any]) -> Fraction:
    return sum(map(Fraction, numbers), Fraction()) / len(numbers)
