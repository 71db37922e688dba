"""Which of several labels a text belongs to. No database, no clock, and no scikit-learn: that only learns (`learning`).

A router is kept as numbers and words, never as code, so that a file somebody tampered with could at worst guess wrongly
(no pickle, no joblib; and its digest stands in the database).
"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from math import hypot, log
from typing import TYPE_CHECKING, Any

from abdi.services.standards.words import stem
from abdi.voice.complaints.reading.words import telling_words

if TYPE_CHECKING:
    from numpy import ndarray

    Numbers = ndarray[Any, Any]

MOST_GUESSES, MOST_WORDS = 3, 4
_GRAM = 4
_TOLD = ("labels", "features", "temperature", "cases", "tested", "accuracy", "baseline")
_ARRAYS = ("idf", "weights", "bias")


@dataclass(frozen=True, slots=True)
class Guess:
    """`confidence` from 0 to 1: of such guesses, the share that is right; `words` of the text that spoke for it."""

    label: str
    confidence: float
    words: tuple[str, ...]


@dataclass(frozen=True)
class Router:
    """A linear model: idf (features,), weights (labels, features), bias (labels,).

    `accuracy` over the `tested` newest cases, which it had not seen then; `baseline`: naming the label that turned out
    to be the commonest among them each time.
    """

    labels: tuple[str, ...]
    features: tuple[str, ...]
    idf: "Numbers"
    weights: "Numbers"
    bias: "Numbers"
    temperature: float
    cases: int
    tested: int = 0
    accuracy: float = 0.0
    baseline: float = 0.0

    def guess(self, text: str) -> list[Guess]:
        """The likeliest labels, best first; none for a text without a word it knows."""
        vector = self._vector(text)
        if not vector:
            return []
        shares = softmax(self._weighed(vector) / self.temperature)
        best = sorted(range(len(self.labels)), key=lambda row: -shares[row])[:MOST_GUESSES]
        return [Guess(self.labels[row], float(shares[row]), self._spoke(text, vector, row)) for row in best]

    def scores(self, text: str) -> "Numbers":
        """One number a label, before the temperature."""
        return self._weighed(self._vector(text))

    def to_bytes(self) -> bytes:
        from numpy import frombuffer, savez_compressed, uint8

        told = json.dumps({name: getattr(self, name) for name in _TOLD}).encode()
        arrays = {name: getattr(self, name).astype("float32") for name in _ARRAYS}
        stream = BytesIO()
        savez_compressed(stream, told=frombuffer(told, uint8), **arrays)
        return stream.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Router":
        from numpy import load

        with load(BytesIO(content), allow_pickle=False) as kept:
            told = json.loads(kept["told"].tobytes())
            told |= {name: tuple(told[name]) for name in ("labels", "features")}
            return cls(**told, **{name: kept[name] for name in _ARRAYS})

    @cached_property
    def _places(self) -> dict[str, int]:
        return {feature: place for place, feature in enumerate(self.features)}

    def _vector(self, text: str) -> dict[int, float]:
        """Place of a feature → its weight, as `TfidfVectorizer(sublinear_tf=True)` counts it."""
        counts = Counter(self._places[one] for one in features_of(text) if one in self._places)
        found = {place: (1 + log(times)) * float(self.idf[place]) for place, times in counts.items()}
        length = hypot(*found.values())
        return {place: value / length for place, value in found.items()}

    def _weighed(self, vector: dict[int, float]) -> "Numbers":
        from numpy import fromiter

        values = fromiter(vector.values(), float, len(vector))
        total: Numbers = self.weights[:, list(vector)] @ values + self.bias
        return total

    def _spoke(self, text: str, vector: dict[int, float], row: int) -> tuple[str, ...]:
        """Words that raised this label above the mean of all labels, most first."""
        raised: dict[str, float] = {}
        for word in telling_words(text):
            place = self._places.get(_whole(stem(word)))
            if place in vector:
                column = self.weights[:, place]
                raised[word] = float(column[row] - column.mean()) * vector[place]
        best = sorted(raised, key=lambda word: -raised[word])[:MOST_WORDS]
        return tuple(word for word in best if raised[word] > 0)


def softmax(scores: "Numbers") -> "Numbers":
    """Shares of one."""
    from numpy import exp

    raised: Numbers = exp(scores - scores.max())
    shares: Numbers = raised / raised.sum()
    return shares


def features_of(text: str) -> list[str]:
    """Stems, pairs of them, and pieces of four letters, which a typing error leaves mostly as they were."""
    stems = [stem(word) for word in telling_words(text)]
    padded = [f" {one} " for one in stems]
    pieces = [one[at : at + _GRAM] for one in padded for at in range(max(1, len(one) - _GRAM + 1))]
    return [*map(_whole, stems), *(f"{one}+{other}" for one, other in pairwise(stems)), *pieces]


def _whole(root: str) -> str:
    return f"={root}"
