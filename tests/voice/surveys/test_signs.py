"""One answer at a time, and a whole survey in SQL: the same findings."""

import random

import duckdb
import pytest

from abdi.voice.surveys.signs import (
    SHARE_ONLY,
    Circumstances,
    Sign,
    is_flagged,
    office_address,
    run,
    signs_of,
    straight_desk,
    straight_line,
)
from abdi.voice.surveys.signs_sql import elements, flags_of

ANSWERS = [
    ([4] * 9, True, False),
    ([4] * 5 + [3] * 4, False, True),
    ([4, 4, 4, 4, 3, 4, 4, 4, 4], False, False),
    ([3, 2, 2, 2, 2, 2, 1, 1, 1], False, True),
    ([3, 4], False, False),
    ([3, 3], True, False),
    ([3], False, False),
    ([], False, False),
]


@pytest.mark.parametrize(("answers", "is_straight", "is_run"), ANSWERS)
def test_lines_and_runs(answers, is_straight, is_run):
    assert (straight_line(answers), run(answers)) == (is_straight, is_run)


CAME_IN = [
    (Circumstances(), []),
    (Circumstances(gap=59), [Sign.BURST]),
    (Circumstances(gap=60), []),
    (Circumstances(is_staff_browser=True), [Sign.STAFF_BROWSER]),
    (Circumstances(address="10.20.1.5", offices=["10.20.0.0/16"]), [Sign.OFFICE_ADDRESS]),
    (Circumstances(address="10.21.1.5", offices=["10.20.0.0/16"]), []),
    (Circumstances(in_a_row=3), [Sign.AFTER_HOURS]),
    (Circumstances(in_a_row=2), []),  # one citizen at night, and his neighbour
    (Circumstances(on_device=5), [Sign.ONE_DEVICE]),
    (Circumstances(on_device=4), []),  # a household
]


@pytest.mark.parametrize(("around", "found"), CAME_IN)
def test_how_an_answer_came_in(around, found):
    assert signs_of({"waktu": 3, "biaya": 4, "sarana": 2}, around) == found
    assert is_flagged(found) == bool(found)


def test_a_content_citizen_is_no_suspect():
    assert is_flagged(signs_of(dict.fromkeys("abc", 4), Circumstances())) is False


@pytest.mark.parametrize("address", ["", "bukan alamat", "10.20.1.5, 36.1.1.1", "' OR 1"])
def test_what_is_no_address_lies_in_no_network(address):
    assert office_address(address, ["10.20.0.0/16"]) is False


def test_straight_lines_weigh_only_where_a_desk_has_many_more_than_others():
    assert straight_desk(straight=70, n=100, share=0.3)
    assert not straight_desk(straight=40, n=100, share=0.3)
    assert not straight_desk(straight=9, n=9, share=0.3)  # too few to say
    assert not straight_desk(straight=100, n=100, share=1.0)


@pytest.mark.parametrize("count", [1, 2, 3, 8, 9, 14])
def test_sql_finds_what_python_finds(count):
    chance = random.Random(count)
    rows = [[chance.choice([None, 3, 4, 4]) for _ in range(count)] for _ in range(400)]
    rows += [chance.choices([3, 4], [1, 5], k=count) for _ in range(400)]
    rows = [row for row in rows if any(row)]
    with duckdb.connect() as engine:
        engine.execute(f"CREATE TABLE answers ({', '.join(f'{one} FLOAT' for one in elements(count))})")
        engine.executemany(f"INSERT INTO answers VALUES ({', '.join('?' * count)})", rows)
        sql = flags_of(engine, count, [])
        found = engine.execute(
            f"SELECT {Sign.STRAIGHT_LINE}, {Sign.RUN} FROM ({sql}) ORDER BY place"
        ).fetchall()
    given = [[one for one in row if one is not None] for row in rows]
    assert found == [(straight_line(row), run(row)) for row in given]
    assert {Sign.STRAIGHT_LINE, Sign.RUN} < SHARE_ONLY
