"""XES, the XML of event logs (IEEE Std 1849-2016), read as a stream.

Attributes of a trace are repeated on each of its events as `case:<key>`, the convention of pm4py, so that an
XES file and a CSV made of it have the same columns. Nested attributes, lists and globals carry no event data.
"""

from collections.abc import Iterator
from typing import IO
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.platform.tables.rows import Row, Table

CHUNK = 1 << 16
LONGEST_EVENT = 1 << 24  # bytes; a file that goes on longer without ending an event would fill the memory


def read_xes(stream: IO[bytes]) -> Table:
    return Table(None, _rows(stream))


def _rows(stream: IO[bytes]) -> Iterator[Row]:
    log = _Log()
    while chunk := stream.read(CHUNK):
        yield from log.read(chunk)
    yield from log.read(b"", last=True)


class _Log:
    """Gathers finished events; knows only where it stands, never what was before."""

    def __init__(self) -> None:
        self._parser = ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._finished: list[Row] = []
        self._open: list[str] = []
        self._case: dict[str, str] = {}
        self._event: dict[str, str] = {}
        self._event_line = 0
        self._trace_has_events = False
        self._unfinished_bytes = 0

    def read(self, chunk: bytes, *, last: bool = False) -> list[Row]:
        """The events that ended within `chunk`."""
        self._finished = []
        self._unfinished_bytes += len(chunk)
        try:
            self._parser.Parse(chunk, last)
        except ExpatError as error:
            raise _refusal(error.lineno, error.offset, ErrorString(error.code)) from None
        if self._unfinished_bytes > LONGEST_EVENT:
            raise self._refused(_("satu kejadian terlalu panjang"))
        return self._finished

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element, parent = name.rpartition(":")[2], self._open[-1] if self._open else None
        self._open.append(element)
        key, value = attributes.get("key", ""), attributes.get("value", "")
        if parent == "event":
            self._event[key] = value
        elif element == "event":
            self._event, self._event_line = {}, self._parser.CurrentLineNumber
        elif parent == "trace":
            self._take_case_attribute(key, value)
        elif parent is None and element != "log":
            raise self._refused(_("elemen akarnya <%(name)s>, bukan <log>") % {"name": element})

    def _end(self, name: str) -> None:
        element = self._open.pop()
        if element == "event":
            self._finished.append(Row(self._event_line, self._case | self._event))
            self._trace_has_events = True
        elif element == "trace":
            self._case, self._trace_has_events = {}, False
        else:
            return
        self._unfinished_bytes = 0

    def _take_case_attribute(self, key: str, value: str) -> None:
        if self._trace_has_events:
            raise self._refused(_("atribut perkara berdiri sesudah kejadiannya, menyalahi IEEE 1849"))
        self._case[f"case:{key}"] = value

    def _refuse_doctype(self, *declaration: object) -> None:
        """XES has no document type, and every entity bomb starts with one."""
        raise self._refused(_("DTD dan entitas tidak diterima demi keamanan"))

    def _refused(self, reason: str) -> InputRefused:
        return _refusal(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber, reason)


def _refusal(line: int, offset: int, reason: str) -> InputRefused:
    return InputRefused(
        _("XES tidak terbaca pada baris %(line)d, kolom %(column)d: %(reason)s; ekspor ulang berkasnya.")
        % {"line": line, "column": offset + 1, "reason": reason}
    )
