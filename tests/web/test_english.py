"""Every text of the product has its English, and the English keeps what the code puts into it."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from abdi.platform.ui import translations
from abdi.platform.ui.translations import Entry

PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[dfs]|\{\w*\}")
EDGES = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)


def catalogue() -> dict[str, Entry]:
    known = translations.read(translations.CATALOGUE.read_text(encoding="utf-8"))
    return {entry.source: entry for entry in known}


def placeholders(text: str) -> Counter[str]:
    """What is filled in, and how often. A doubled %% is a percent sign, not the start of a placeholder."""
    return Counter(PLACEHOLDER.findall(text.replace("%%", "")))


def pairs(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each source beside its English: the singular, and the plural where there is one."""
    return zip([entry.source, entry.plural or entry.source], entry.texts, strict=False)


def differing(what) -> list[tuple[str, str]]:
    both = (pair for entry in catalogue().values() if entry.is_translated for pair in pairs(entry))
    return [(source, english) for source, english in both if what(source) != what(english)]


def test_nothing_is_left_untranslated():
    known = catalogue()
    wanted = translations.collect()
    assert len(wanted) > 500
    missing = [one.source for one in wanted if one.source not in known or not known[one.source].is_translated]
    assert missing == []


def test_plural_texts_have_both_forms():
    found = catalogue()
    wrong = [
        one.source for one in translations.collect() if len(found[one.source].texts) != 1 + bool(one.plural)
    ]
    assert wrong == []


def test_placeholders_are_those_of_the_source():
    assert differing(placeholders) == []


def test_spaces_at_the_ends_are_those_of_the_source():
    """Sentences are put together from texts that begin or end with a space."""
    assert differing(lambda text: EDGES.match(text).groups()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%(n)s dari %(all)s", {"%(n)s": 1, "%(all)s": 1}),
        ("95 %% dari %s", {"%s": 1}),
        ("{name} dan {name}", {"{name}": 2}),
        ("Rentang 95 %", {}),
    ],
)
def test_a_placeholder_is_told_from_a_percent_sign(text, expected):
    assert placeholders(text) == expected
