"""The words of a complaint by which it is found and compared. Pure.

Latin letters and digits without accents, so that SQLite and PostgreSQL sort them alike. What points at a person – an
address, a telephone, a NIK, a name that follows "nama saya" – is no word to search by: whoever may read the complaint
reads it there, and nobody finds out by searching who wrote it.
"""

import re
import unicodedata

from abdi.services.standards.words import stem, telling

LONGEST = 24  # letters of a word that tell it from others
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+", re.IGNORECASE)
_NUMBER = re.compile(
    r"\+?\d[\d .\-()/]{4,}\d"
)  # telephones, NIK, NIP, accounts; years and house numbers stay
_NAME = re.compile(
    r"\b(?:nama (?:lengkap )?(?:saya|ku|aku)|saya bernama|atas nama|a\.?n\.|nama)\s*(?:adalah|ialah|:)?\s+"
    r"(?:[A-Z][\w'.]*\s*){1,4}|\b(?:nama (?:lengkap )?saya|saya bernama)\s*(?:adalah|ialah|:)?\s+(?:[\w'.]+\s*){1,2}"
)


def telling_words(text: str) -> list[str]:
    """In order, as written but for case and accents; without idle words and what points at a person."""
    return [word[:LONGEST] for word in telling(_plain(impersonal(text)))]


def terms_of(text: str) -> set[str]:
    """What the text is found by: each word as written and as its stem."""
    written = telling_words(text)
    return {*written, *map(stem, written)}


def impersonal(text: str) -> str:
    for pattern in (_ADDRESS, _NUMBER, _NAME):
        text = pattern.sub(" ", text)
    return text


def likeness(one: set[str], other: set[str]) -> float:
    """0 to 1: the share of words that two texts have in common (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^a-z0-9]+", " ", "".join(one for one in folded if not unicodedata.combining(one)))
