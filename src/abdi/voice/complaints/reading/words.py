"""The words of a complaint by which it is found and compared. Pure.

Latin letters and digits without accents, so that SQLite and PostgreSQL sort them alike. What points at a person – an
address, a telephone, a NIK, the name of the writer – is no word to search by: whoever may read the complaint
reads it there, and nobody finds out by searching who wrote it.
"""

import re
import unicodedata

from abdi.services.standards.words import stem, telling
from abdi.voice.complaints.telltale import HIDDEN, Telltale, findings

LONGEST = 24  # letters of a word that tell it from others
_POINTS = re.compile(
    r"https?://\S+|www\.\S+|\d[\d .()/-]{4,}\d"
)  # years and house numbers are shorter, and stay
_NASAL = re.compile(r"[mp]e(ny|ng|n|m)([aeiou][a-z]{2,})")
_SWALLOWED = {"ny": "s", "ng": "k", "n": "t", "m": "p"}


def telling_words(text: str) -> list[str]:
    """In order, as written but for case and accents; without idle words and what points at a person."""
    return [word[:LONGEST] for word in telling(_plain(impersonal(text)))]


def terms_of(text: str) -> set[str]:
    """What the text is compared by: its words with and without affixes."""
    return {form for word in telling_words(text) for form in forms_of(word)}


def forms_of(word: str) -> set[str]:
    """The word, its stems, and what stood before a nasal swallowed its first letter: menumpuk → tumpuk."""
    swallowed = _NASAL.match(word)
    whole = {word, f"{_SWALLOWED[swallowed[1]]}{swallowed[2]}"} if swallowed else {word}
    stems = {stem(one) for one in whole}
    return {one[:LONGEST] for one in whole | stems | {stem(one) for one in stems}}


def impersonal(text: str) -> str:
    """Without what tells who wrote it, and without other addresses and long numbers."""
    parts, at = [], 0
    for one in findings(text):
        if one.kind is not Telltale.RUMAH:  # the words after "rumah saya" often say what happened there
            parts.append(text[at : one.start])
            at = one.end
    return _POINTS.sub(" ", " ".join([*parts, text[at:]]).replace(HIDDEN, " "))


def likeness(one: set[str], other: set[str]) -> float:
    """0 to 1: the share of words that two texts have in common (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^a-z0-9]+", " ", "".join(one for one in folded if not unicodedata.combining(one)))
