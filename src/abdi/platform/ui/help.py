"""What a word means, beside the field that asks for it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

_FILE = Path(__file__).with_name("help.toml")


@dataclass(frozen=True, slots=True)
class Help:
    """`meanings` by language; `glossary` names the entry it belongs to, empty for a word of our own."""

    term: str
    meanings: Mapping[str, str]
    article: str = ""
    glossary: str = ""

    @property
    def meaning(self) -> str:
        """In the language of the page; Indonesian where there is no other."""
        return self.meanings.get((get_language() or "id").split("-")[0], self.meanings["id"])


def help_of(code: str) -> Help:
    """A word without an entry is a defect (KeyError)."""
    return all_help()[code]


@cache
def all_help() -> Mapping[str, Help]:
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        code: Help(
            term=entry["term"],
            meanings={language: entry[language] for language in ("id", "en")},
            article=entry.get("article", ""),
            glossary=entry.get("glossary", ""),
        )
        for code, entry in entries.items()
    }
