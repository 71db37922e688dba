"""Which of many short texts somebody means: Indonesian, with typing errors and affixes, without any index server.

Words are compared by the trigrams they share (Dice); a rare word says more than one that every service has. Pure: the
words of each thing come in, ranked keys come out.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

ALIKE = 0.5  # of their trigrams shared: "akte" and "akta", "keluraga" and "keluarga" are one word
EXACT_UP_TO = 3  # letters; KK and KTP are too short to be told apart by trigrams
FOUND = 0.35  # of what the best possible answer would score
MOST_WORDS = 8  # of a question; the rest of a pasted text says nothing new
_WORD = re.compile(r"[^\W_]+")
_SUFFIXES = ("nya", "kan", "lah", "an")
_PREFIXES = (
    "meng",
    "meny",
    "men",
    "mem",
    "me",
    "peng",
    "peny",
    "pen",
    "pem",
    "per",
    "ber",
    "ter",
    "di",
    "ke",
)
_STEM = 4  # letters that have to remain: akta, izin, usaha stay as they are
_IDLE = frozenset(
    {
        *("ada", "agar", "akan", "apa", "atau", "bagaimana", "bikin", "buat"),
        *("cara", "dan", "dari", "dengan", "di", "gimana", "ingin", "ini"),
        *("itu", "kalau", "karena", "ke", "mau", "minta", "mohon", "oleh"),
        *("pada", "saya", "tolong", "untuk", "urus", "yang"),
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    stem: str
    grams: frozenset[str]


class Index(Generic[K]):
    """Built from (key, [(text, weight), …]) pairs; the weight says how much a match in that text counts, up to 1."""

    def __init__(self, things: Iterable[tuple[K, Sequence[tuple[str, float]]]]) -> None:
        self._holders: defaultdict[Word, dict[K, float]] = defaultdict(dict)
        self._size = 0
        for key, texts in things:
            self._size += 1
            for text, weight in texts:
                for word in words_of(text):
                    holders = self._holders[word]
                    holders[key] = max(weight, holders.get(key, 0.0))

    def rank(self, question: str) -> list[tuple[K, float]]:
        """Keys with their score of 0 to 1, best first; equal ones in the order they came in."""
        asked = [found for word in words_of(question)[:MOST_WORDS] if (found := self._holding(word))]
        weights = [log(1 + self._size / len(found)) for found in asked]
        scores: defaultdict[K, float] = defaultdict(float)
        for found, weight in zip(asked, weights, strict=True):
            for key, score in found.items():
                scores[key] += weight * score / sum(weights)
        kept = [(key, score) for key, score in scores.items() if score >= FOUND]
        return sorted(kept, key=lambda one: -one[1])

    def _holding(self, word: Word) -> Mapping[K, float]:
        """Everything that has a word like this one: how alike, and where."""
        found: dict[K, float] = {}
        for known, holders in self._holders.items():
            likeness = alike(word, known)
            if likeness:
                for key, weight in holders.items():
                    found[key] = max(likeness * weight, found.get(key, 0.0))
        return found


def words_of(text: str) -> list[Word]:
    """What a text says, without case, affixes and idle words; everything where all of it is idle."""
    return [_word(one) for one in telling(text)]


def telling(text: str) -> list[str]:
    """The words that say something, as they were written but for their case."""
    plain = _WORD.findall(text.casefold())
    return [one for one in plain if one not in _IDLE] or plain


def alike(one: Word, other: Word) -> float:
    """1 for the same word, 0 for different ones."""
    if one.stem == other.stem:
        return 1.0
    if min(len(one.stem), len(other.stem)) <= EXACT_UP_TO:
        return 0.0
    shared = 2 * len(one.grams & other.grams) / (len(one.grams) + len(other.grams))
    return shared if shared >= ALIKE else 0.0


@lru_cache(maxsize=20_000)
def _word(plain: str) -> Word:
    root = stem(plain)
    padded = f"  {root} "
    return Word(root, frozenset(padded[place : place + 3] for place in range(len(padded) - 2)))


def stem(word: str) -> str:
    """One prefix and one suffix less: mengurus, urusan → urus. Both sides are cut alike, so too much does no harm."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            word = word.removesuffix(suffix)
            break
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _STEM:
            return word.removeprefix(prefix)
    return word
