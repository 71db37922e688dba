"""Rules and parameters in the shape of the pages that show them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any

from abdi.rules import Parameter, Rule, list_parameters, list_rules
from abdi.rules.examples import all_cases
from abdi.rules.parameters import DatedValue, catalogue
from abdi.rules.serialisation import to_json
from abdi.web.law.confidence import WORDS, weakest
from abdi.web.law.examples import parameters_read

# abbreviations that the law itself writes in capitals
SHORT = frozenset(
    {
        "ap",
        "iki",
        "ikm",
        "jp",
        "jpt",
        "kip",
        "nik",
        "nip",
        "pdp",
        "pp30",
        "pppk",
        "skm",
        "skp",
        "sp4n",
        "spbe",
    }
)
PERSONAL = frozenset({"nik", "nip"})


@dataclass(frozen=True, slots=True)
class Confidence:
    tone: str
    badge: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Example:
    """A case: its answer as rows of (name, text), or the sentence of its refusal."""

    name: str
    date: date
    reference: str
    answer: tuple[tuple[str, str], ...]
    error: str


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One rule with all its versions, the newest first."""

    name: str
    versions: tuple[Rule, ...]

    @property
    def title(self) -> str:
        return title_of(self.name)

    @property
    def summary(self) -> str:
        return " ".join(self.versions[0].description.split("\n\n")[0].split())

    @property
    def paragraphs(self) -> list[str]:
        return [" ".join(part.split()) for part in self.versions[0].description.split("\n\n")[1:]]

    @property
    def confidence(self) -> Confidence:
        return confidence(weakest(basis["confidence"] for basis in self.versions[0].dasar))

    @property
    def parameters(self) -> list["ParameterEntry"]:
        return [ParameterEntry(catalogue()[path]) for path in parameters_read(self.name)]

    @property
    def is_private(self) -> bool:
        """Whether it is asked with a number that belongs to one person and must not enter an address."""
        return any(one.name in PERSONAL for one in fields(self.versions[0].input_type))

    @property
    def examples(self) -> list[Example]:
        return [_example(case) for case in all_cases()[self.name]]

    @property
    def words(self) -> str:
        titles = (basis["title"] for version in self.versions for basis in version.dasar)
        return " ".join([self.name, self.title, self.versions[0].description, *titles]).lower()


@dataclass(frozen=True, slots=True)
class ValueEntry:
    since: date
    rows: tuple[tuple[str, str], ...]
    reference: Mapping[str, str]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class ParameterEntry:
    """One parameter; `values` newest first."""

    parameter: Parameter

    @property
    def path(self) -> str:
        return self.parameter.path

    @property
    def topic(self) -> str:
        return self.path.partition("/")[0]

    @property
    def title(self) -> str:
        return title_of(self.path.rpartition("/")[2])

    @property
    def unit(self) -> str:
        return self.parameter.unit.replace("_", " ")

    @property
    def values(self) -> list[ValueEntry]:
        return [_value_entry(value) for value in reversed(self.parameter.values)]

    @property
    def newest(self) -> ValueEntry:
        return self.values[0]

    @property
    def bounds(self) -> list[tuple[str, str]]:
        return rows_of(self.parameter.bounds)

    @property
    def used_by(self) -> list[RuleEntry]:
        return [entry for entry in rules() if self.path in parameters_read(entry.name)]

    @property
    def words(self) -> str:
        titles = (value.reference["title"] for value in self.parameter.values)
        return " ".join([self.path, self.title, self.parameter.description, *titles]).lower()


@cache
def rules() -> tuple[RuleEntry, ...]:
    by_name = groupby(list_rules(), key=lambda version: version.name)
    return tuple(RuleEntry(name, tuple(versions)) for name, versions in by_name)


@cache
def parameters() -> tuple[ParameterEntry, ...]:
    return tuple(ParameterEntry(parameter) for parameter in list_parameters())


def find_rules(words: str) -> list[RuleEntry]:
    return [entry for entry in rules() if _holds(entry.words, words)]


def find_parameters(words: str, topic: str) -> list[ParameterEntry]:
    """Without words and topic nothing is listed: there are too many to read."""
    if not words and not topic:
        return []
    return [p for p in parameters() if topic in ("", p.topic) and _holds(p.words, words)]


def topics() -> list[tuple[str, str, int]]:
    """(code, title, how many parameters)."""
    counted = Counter(entry.topic for entry in parameters())
    return [(topic, title_of(topic), count) for topic, count in sorted(counted.items())]


def rule_entry(name: str) -> RuleEntry | None:
    return next((entry for entry in rules() if entry.name == name), None)


def parameter_entry(path: str) -> ParameterEntry | None:
    return next((entry for entry in parameters() if entry.path == path), None)


def confidence(code: str) -> Confidence:
    return Confidence(*WORDS[code])


def title_of(name: str) -> str:
    """capaian_iki → Capaian IKI."""
    words = [word.upper() if word in SHORT else word for word in name.split("_")]
    title = " ".join(words)
    return title[:1].upper() + title[1:]


def rows_of(value: object) -> list[tuple[str, str]]:
    """A table of the law, flat: ("di atas › sesuai", "baik"); one number is one row without a name."""
    return list(_flat("", to_json(value)))


def _flat(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _flat(f"{name} › {key}" if name else str(key), item)
    elif isinstance(value, list) and any(isinstance(item, Mapping | list) for item in value):
        for position, item in enumerate(value, start=1):
            yield from _flat(f"{name} › {position}" if name else str(position), item)
    elif isinstance(value, list):
        yield name.replace("_", " "), ", ".join(map(_text, value))
    else:
        yield name.replace("_", " "), _text(value)


def _text(value: object) -> str:
    """As the file says it: codes without underscores, yes and no in words."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "–" if value is None else str(value).replace("_", " ")


def _example(case: Mapping[str, Any]) -> Example:
    output = case.get("output", {})
    answer = rows_of(output.get("value", output))
    return Example(
        case["name"], case["date"], case.get("reference", ""), tuple(answer), case.get("error", "")
    )


def _value_entry(value: DatedValue) -> ValueEntry:
    rows = tuple(rows_of(value.value))
    return ValueEntry(value.since, rows, value.reference, confidence(value.confidence))


def _holds(text: str, words: str) -> bool:
    return all(word in text for word in words.lower().split())
