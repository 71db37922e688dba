"""A survey read row by row for the ledger, and the same file at once in SQL: the same signs on the same rows."""

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from abdi.integrations.skm.counting import Around, flagged_answers
from abdi.integrations.skm.patterns import signs_in
from abdi.integrations.skm.responses import ResponseReader
from abdi.integrations.skm.sheet import read_sheet
from abdi.platform.tables.files import open_table
from abdi.rules.unsur import skala
from abdi.voice.surveys.signs import Sign

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 4, 1, tzinfo=UTC)
AROUND = Around(offices=["10.0.0.0/8"])
KNOWN = ("device", "officer", "channel", "address", "staff")
MAPPING = {"waktu": "p3", **{part: part for part in KNOWN}}  # asked third, whatever its column is called
COLUMNS = ["id", "time", *KNOWN, "u1", "u2", "p3", "u4", "u5", "u6", "u7", "u8", "u9"]
ALONE = [sign for sign in Sign if sign not in {Sign.REPEAT, Sign.STRAIGHT_DESK}]  # the two tell of many rows
EDGES = [
    "06:59:59",
    "07:00:00",
    "18:00:00",
    "18:00:30",
    "18:01:00",
]  # of the hours in which people are served
MORNING = datetime(2026, 3, 2, 6, tzinfo=WIB)


def rows(count: int = 600):
    chance = random.Random(17)
    for number in range(count):
        at = f"{MORNING + timedelta(seconds=chance.randrange(14 * 3600)):%H:%M:%S}"
        own = (f"w{chance.randrange(20)}", "sendiri")
        device, channel = chance.choice([("", "sendiri"), ("kios-1", "kios"), own, own])
        where, staff = chance.choice(["36.1.2.3", "10.1.2.3", ""]), chance.choice(["", "", "ya"])
        answers = [chance.choice(["4", "4", "4", "3", ""]) for _unsur in range(8)]
        at = f"2026-03-02 {at if number % 5 else chance.choice(EDGES)}"
        yield [str(number), at, device, f"P{number % 7}", channel, where, staff, "4", *answers]


def test_both_ways_find_the_same(tmp_path):
    path = tmp_path / "survei.csv"
    path.write_text("\n".join(",".join(row) for row in [COLUMNS, *rows()]) + "\n")
    with open_table(path) as table, timezone.override(WIB):
        responses = list(ResponseReader(MAPPING, WIB, NOW).read(table))
        by_row = [{*borne} & {*ALONE} for borne in signs_in(responses, AROUND)]
    sheet = read_sheet(COLUMNS, MAPPING, "lampiran")
    with flagged_answers(path, sheet, skala(NOW.date()), AROUND) as (engine, flags):
        told = engine.execute(f"SELECT {', '.join(ALONE)} FROM ({flags}) ORDER BY place").fetchall()
    at_once = [{sign for sign, is_borne in zip(ALONE, row, strict=True) if is_borne} for row in told]
    assert by_row == at_once
    for sign in ALONE:
        assert 0 < sum(sign in borne for borne in by_row) < len(by_row), sign
