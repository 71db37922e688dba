"""Survey answers as rows: which column answers which unsur, and what an answer may be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from abdi.integrations.skm.counting import YES
from abdi.integrations.skm.rows import is_on
from abdi.integrations.skm.sheet import PARTS as ASKED
from abdi.integrations.skm.sheet import no_answers
from abdi.integrations.tables.columns import check_columns
from abdi.integrations.tables.moments import NaiveMoment, is_date_only, read_past_moment, zone_needed
from abdi.platform.errors import InputRefused
from abdi.platform.tables.rows import Row, Table
from abdi.rules.unsur import UNSUR, skala

# u1 … u9 in the order of the regulation; a survey that asks in another order says so with --map
USUAL = {unsur: f"u{place}" for place, unsur in enumerate(UNSUR, start=1)}
PARTS = ("id", *ASKED)
LONGEST = {"id": 100, "unit": 50, "officer": 100, "channel": 50, "device": 200, "address": 50, "staff": 20}


@dataclass(frozen=True, slots=True)
class Response:
    """`answers`: unsur → point on the scale; an element left blank is absent. `is_timed`: `at` has an hour."""

    line: int
    key: str
    at: datetime
    unit: str
    officer: str
    channel: str
    device: str
    address: str
    is_staff: bool
    is_timed: bool
    answers: Mapping[str, int]


class ResponseReader:
    """Reads the rows of one table; the first one that cannot be right refuses the file, with its place."""

    def __init__(self, mapping: Mapping[str, str], zone: ZoneInfo | None, now: datetime) -> None:
        self._mapping = {"id": "id", "time": "time"} | dict(mapping)
        self._zone = zone
        self._now = now
        self._scale = skala(now.date())
        self._columns: dict[str, str] = {}

    def read(self, table: Table) -> Iterator[Response]:
        columns = table.columns or ()
        check_columns(self._mapping, columns)
        taken = set(self._mapping.values())
        usual = {unsur: name for unsur, name in USUAL.items() if name in columns and name not in taken}
        asked = usual | {part: name for part, name in self._mapping.items() if part in UNSUR}
        self._columns = dict(sorted(asked.items(), key=lambda pair: columns.index(pair[1])))
        if not self._columns:
            raise no_answers()
        return self._once(map(self._response, table.rows))

    def ignored(self, table: Table) -> list[str]:
        """Columns that nobody asked for, so that nobody thinks they went in."""
        known = {*self._mapping.values(), *self._columns.values()}
        return [name for name in table.columns or () if name not in known]

    def _once(self, responses: Iterator[Response]) -> Iterator[Response]:
        lines: dict[str, int] = {}
        for response in responses:
            first = lines.setdefault(response.key, response.line)
            if first != response.line:
                reason = _("“%(key)s” sudah dipakai baris %(first)d")
                raise _refusal(
                    response.line, self._mapping["id"], reason % {"key": response.key, "first": first}
                )
            yield response

    def _response(self, row: Row) -> Response:
        if row.problem:
            raise _refusal(row.line, "", row.problem)
        answers = {unsur: self._answer(row, column) for unsur, column in self._columns.items()}
        return Response(
            line=row.line,
            key=self._text(row, "id", required=True),
            at=self._time(row),
            unit=self._text(row, "unit"),
            officer=self._text(row, "officer"),
            channel=self._text(row, "channel"),
            device=self._text(row, "device"),
            address=self._text(row, "address"),
            is_staff=self._text(row, "staff").lower() in YES,
            is_timed=not is_date_only(row.values[self._mapping["time"]]),
            answers={unsur: answer for unsur, answer in answers.items() if answer is not None},
        )

    def _answer(self, row: Row, column: str) -> int | None:
        text = row.values[column].strip()
        if not text:
            return None
        if not is_on(self._scale, text):
            reason = _("jawaban “%(answer)s” di luar skala %(scale)s")
            raise _refusal(row.line, column, reason % {"answer": text[:20], "scale": self._scale})
        return int(text)

    def _time(self, row: Row) -> datetime:
        column = self._mapping["time"]
        try:
            return read_past_moment(row.values[column].strip(), self._zone, self._now)
        except NaiveMoment as moment:
            raise zone_needed(row.line, moment) from None
        except ValueError as unfit:
            raise _refusal(row.line, column, str(unfit)) from None

    def _text(self, row: Row, part: str, *, required: bool = False) -> str:
        column = self._mapping.get(part, "")
        text = row.values[column].strip() if column else ""
        if required and not text:
            raise _refusal(row.line, column, _("kosong"))
        if len(text) > LONGEST[part] or not text.isprintable():
            reason = _("lebih dari %(most)d huruf atau tidak tercetak")
            raise _refusal(row.line, column, reason % {"most": LONGEST[part]})
        return text


def _refusal(line: int, column: str, reason: str) -> InputRefused:
    place = _("Baris %(line)d, kolom %(column)s") if column else _("Baris %(line)d")
    sentence = _("%(place)s: %(reason)s; tidak ada jawaban yang dicatat, perbaiki lalu ulangi.")
    return InputRefused(sentence % {"place": place % {"line": line, "column": column}, "reason": reason})
