"""The same events out of every format, and out of files of any size."""

import csv
import tracemalloc
from datetime import datetime, timedelta
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abdi.integrations.eventlog.log_files import open_log
from tests.integrations.files import CASE, csv_text, write_xes_gz, write_xlsx

# XML 1.0 cannot hold the rest, and both formats leave blanks at the ends to whoever reads them
TEXT = st.text(
    st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=20
).filter(lambda text: text == text.strip())
MOMENT = st.datetimes(timezones=st.timezones()).map(datetime.isoformat)
EVENT = st.fixed_dictionaries(
    {"concept:name": TEXT, "time:timestamp": MOMENT, "org:resource": TEXT | st.just("")}
)
CASES = st.dictionaries(
    TEXT, st.tuples(TEXT | st.just(""), st.lists(EVENT, min_size=1, max_size=4)), min_size=1, max_size=4
)


def read(path):
    with open_log(path) as table:
        rows = list(table.rows)
    assert not any(row.problem for row in rows)
    return [{key: value for key, value in row.values.items() if value} for row in rows]


def as_rows(cases):
    return [
        {CASE: case, "case:channel": channel, **event}
        for case, (channel, events) in cases.items()
        for event in events
    ]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=CASES, delimiter=st.sampled_from(",;\t"), mark=st.sampled_from(["utf-8", "utf-8-sig"]))
def test_csv_and_xes_and_xlsx_of_the_same_events_are_equal(tmp_path, cases, delimiter, mark):
    rows = as_rows(cases)
    table, log, sheet = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    table.write_bytes(csv_text(rows, delimiter).encode(mark))
    from_csv = read(table)
    assert from_csv == [{key: value for key, value in row.items() if value} for row in rows]
    assert read(write_xes_gz(log, from_csv)) == from_csv
    assert read(write_xlsx(sheet, rows)) == from_csv


def test_cells_of_a_sheet_read_like_a_csv(tmp_path):
    row = {
        "nomor": 7,
        "biaya": 2.5,
        "sah": True,
        "waktu": datetime.fromisoformat("2026-01-05T08:30:15"),
        "kosong": "",
    }
    (read_back,) = read(write_xlsx(tmp_path / "a.xlsx", [row]))
    assert read_back == {"nomor": "7", "biaya": "2.5", "sah": "true", "waktu": "2026-01-05T08:30:15"}


def test_nested_attributes_and_globals_carry_no_event_data(tmp_path):
    path = tmp_path / "log.xes"
    path.write_text(
        """<xes:log xmlns:xes="http://www.xes-standard.org/">
        <xes:global scope="event"><xes:string key="concept:name" value="bawaan"/></xes:global>
        <xes:string key="concept:name" value="nama log"/>
        <xes:trace><xes:string key="concept:name" value="P1"><xes:string key="dalam" value="x"/></xes:string>
        <xes:event>
          <xes:list key="daftar"><xes:values><xes:string key="concept:name" value="y"/></xes:values></xes:list>
          <xes:string key="concept:name" value="Terima"><xes:int key="concept:name" value="1"/></xes:string>
        </xes:event></xes:trace></xes:log>"""
    )
    assert read(path) == [{"case:concept:name": "P1", "concept:name": "Terima"}]


EVENTS, CASES = 40_000, 4_000


def generated_lines():
    """Events of cases that lie interleaved; held as dicts they would take well over the limit."""
    start = datetime.fromisoformat("2025-01-01T00:00:00+07:00")
    for number in range(EVENTS):
        moment = start + timedelta(minutes=2 * number)
        yield [
            f"P{number % CASES}",
            f"Langkah {number % 7}",
            moment.isoformat(),
            f"Petugas {number % 40}",
            "L1",
            "K",
        ]


def write_log(path, lines):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["perkara", "langkah", "waktu", "petugas", "loket", "kanal"])
        writer.writerows(lines)
    return path


@pytest.mark.slow
def test_memory_does_not_grow_with_the_log(import_log, tmp_path):
    # what a first import loads (modules, calendars) is not the log's
    import_log(
        write_log(
            tmp_path / "kecil.csv", ([f"A{line[0]}", *line[1:]] for line in islice(generated_lines(), 50))
        )
    )
    path = write_log(tmp_path / "besar.csv", generated_lines())
    tracemalloc.start()
    try:
        report = import_log(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (report["recorded"], report["cases"], report["officers"]) == (EVENTS, CASES, 40)
    assert path.stat().st_size > 2_000_000
    assert peak < 25_000_000


def test_a_long_xes_is_read_in_constant_memory(tmp_path):
    rows = (
        {CASE: f"P{n // 10}", "concept:name": "Terima", "org:resource": f"Petugas {n % 40}"}
        for n in range(EVENTS)
    )
    path = write_xes_gz(tmp_path / "besar.xes.gz", rows)
    tracemalloc.start()
    try:
        with open_log(path) as table:
            assert sum(1 for _ in table.rows) == EVENTS
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_an_event_without_end_is_refused_before_it_fills_the_memory(tmp_path):
    path = tmp_path / "log.xes"
    with path.open("w") as file:
        file.write("<log><trace><event>")
        file.writelines("<string key='k' value='" + "x" * 1000 + "'/>\n" for _ in range(20_000))
    with pytest.raises(Exception, match="satu kejadian terlalu panjang"):
        read(path)
