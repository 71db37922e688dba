"""Putting a question to the engine."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ibis.expr.types import Table

from abdi.facts import selectors as facts
from abdi.measurement import expressions
from abdi.measurement.backends import duckdb
from abdi.measurement.estimates import Cell, Group, Place
from abdi.measurement.expressions import Sources
from abdi.measurement.question import Question


@contextmanager
def opened(question: Question) -> Iterator[tuple[Any, Sources]]:
    """An engine with the ledger of the current instansi in it, as far as the question reaches."""
    lens = question.lens
    with duckdb.connect() as engine:
        yield engine, duckdb.load(engine, facts.ledger(since=lens.since, before=lens.until))


def look(engine: Any, sources: Sources, question: Question) -> dict[Place, Group]:
    """What the engine finds, by scope and month. Touches no database."""
    seen = expressions.behind(sources, question.lens)
    cells: dict[Place, dict[str, Cell]] = defaultdict(dict)
    for cell in _cells(engine, seen, question.sorted_kinds):
        cells[_place(cell)][cell["kind"]] = cell
    responses: dict[Place, dict[tuple[str, ...], Cell]] = defaultdict(dict)
    for kinds in question.response_kinds:
        for row in engine.to_pyarrow(expressions.responses(seen, kinds)).to_pylist():
            responses[_place(row)][kinds] = row
    on = question.window.end or question.today
    return {place: Group(found, responses[place], on) for place, found in cells.items()}


def _cells(engine: Any, seen: Table, sorted_kinds: set[str]) -> list[Cell]:
    # kept in the engine while the sizes are asked: they decide which ranks bound a percentile
    cells = duckdb.keep(engine, expressions.cells(seen, sorted_kinds))
    sizes = cells.filter(cells.kind.isin(list(sorted_kinds))).select("n").distinct()
    counts = engine.to_pyarrow(sizes)["n"].to_pylist()
    found: list[Cell] = engine.to_pyarrow(expressions.ranked(cells, counts)).to_pylist()
    return found


def _place(row: Cell) -> Place:
    return str(row["scope"]), row["month"]
