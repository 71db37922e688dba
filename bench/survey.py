"""`abdi ikm` over a whole region's answers, beside a bare mean of the same file; and whether planted fraud is seen.

Most answers come from citizens' own devices, the others from kiosks that a hall shares. Honest people answer straight
lines too (three in ten), share a phone in a household, and answer in the evening. A few officers answer for citizens:
from one device, at once, at night, or with straight lines from devices that are always new.
"""

import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import django

from bench.harness import Figure, forget_peak, peak_mib, race, report

ROWS = {"ci": 100_000, "large": 1_000_000}
ROUNDS = 5
RATIO_GOAL = 3.0
UNSUR = 9
DESK, HALL = 500, 40  # answers about one officer; officers who share a kiosk
STRAIGHT, EVENING, KIOSK, HOUSEHOLD = 0.3, 0.15, 0.1, 0.1  # shares among the honest
CHEATS, CHEATED = 17, 0.5  # one officer in so many answers himself, and for how many of his citizens
KINDS = ("perangkat", "sekaligus", "malam", "seragam")  # one device, at once, at night, straight lines
DAYS = 250
START = datetime(2026, 1, 5, tzinfo=UTC)
COLUMNS = ["time", "unit", "officer", "channel", "device", *(f"u{place}" for place in range(1, UNSUR + 1))]

Row = tuple[datetime, str, str, str, str, list[int], str]  # …, answers, how it was planted (empty: honest)


def run(size: str) -> Iterator[Figure]:
    """Seconds, memory and ratio to a bare mean; the share of planted answers found, and of honest ones suspected."""
    with TemporaryDirectory(prefix="abdi-bench-") as home:
        os.environ["ABDI_HOME"] = home
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "abdi.config.settings")
        django.setup()
        path, planted = Path(home) / "survei.csv", _write(Path(home) / "survei.csv", ROWS[size])
        yield from _speed(path, len(planted))
        yield from _fraud(path, planted)


def _speed(path: Path, count: int) -> Iterator[Figure]:
    bare(path)  # both are met with the file in the memory of the system
    forget_peak()
    measured(path)
    peak = peak_mib()
    ours, theirs = race(lambda _: measured(path), lambda _: bare(path), rounds=ROUNDS)
    yield Figure("survey.seconds", round(ours, 3), "s", count, ours)
    yield Figure("survey.peak_mib", round(peak, 1), "MiB", count, ours)
    yield Figure("survey.ratio_to_duckdb", round(ours / theirs, 3), "×", count, ours, goal=RATIO_GOAL)


def measured(path: Path) -> object:
    """Through the product: every sign, the figures with and without, the interval, the rule."""
    from abdi.integrations.skm.ikm import Asked, tell

    return tell(Asked(path, {}, START.date(), order="lampiran")).as_dict()


def bare(path: Path) -> object:
    """The nine means that somebody would ask DuckDB for by hand."""
    import duckdb
    from django.conf import settings

    means = ", ".join(f"avg(u{place})" for place in range(1, UNSUR + 1))
    with duckdb.connect(config={"memory_limit": settings.MEASURE_MEMORY}) as engine:
        return engine.execute(f"SELECT {means} FROM '{path}'").fetchone()


def _fraud(path: Path, planted: list[str]) -> Iterator[Figure]:
    flags = _flags(path)
    honest = [flag for flag, kind in zip(flags, planted, strict=True) if not kind]
    for kind in ("", *sorted({*planted} - {""})):
        found = [flag for flag, how in zip(flags, planted, strict=True) if how and kind in ("", how)]
        share = sum(found) / len(found)
        yield Figure(
            "survey.fraud_recall", round(share, 4), "bagian", len(found), 0.0, more_is_better=True, stage=kind
        )
    yield Figure("survey.fraud_false_alarm", round(sum(honest) / len(honest), 4), "bagian", len(honest), 0.0)


def _flags(path: Path) -> list[bool]:
    from abdi.integrations.skm.counting import Around, flagged_answers
    from abdi.integrations.skm.sheet import read_sheet
    from abdi.rules.unsur import skala
    from abdi.voice.surveys.signs_sql import FLAGGED

    sheet = read_sheet(COLUMNS, {}, "lampiran")
    with flagged_answers(path, sheet, skala(START.date()), Around()) as (engine, flags):
        return [
            row[0] for row in engine.execute(f"SELECT {FLAGGED} FROM ({flags}) ORDER BY place").fetchall()
        ]


def _write(path: Path, count: int) -> list[str]:
    """The file in the order of time; how each of its answers was planted."""
    chance = random.Random(14_2017)
    rows = [row for officer in range(count // DESK) for row in _desk(chance, officer)]
    rows.sort(key=lambda row: row[0])
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(COLUMNS) + "\n")
        file.writelines(
            f"{at:%Y-%m-%d %H:%M:%S},{unit},{officer},{channel},{device},{','.join(map(str, answers))}\n"
            for at, unit, officer, channel, device, answers, _kind in rows
        )
    return [row[-1] for row in rows]


def _desk(chance: random.Random, number: int) -> Iterator[Row]:
    """All answers about one officer."""
    unit, officer, liking = f"U{number // HALL:03}", f"P{number:05}", chance.gauss(0, 0.15)
    kind = "" if number % CHEATS else KINDS[number // CHEATS % len(KINDS)]
    devices, at = [f"s{number}a", f"s{number}b"], START
    for _ in range(DESK):
        if kind and chance.random() < CHEATED:
            at, device, answers = _planted(chance, kind, at, devices)
            yield at, unit, officer, "sendiri", device, answers, kind
        else:
            yield _honest(chance, unit, officer, liking)


def _honest(chance: random.Random, unit: str, officer: str, liking: float) -> Row:
    is_evening = chance.random() < EVENING
    at = _moment(chance, 18, 22) if is_evening else _moment(chance, 8, 15)
    answers = _answers(chance, 3.2 + liking, STRAIGHT)
    if chance.random() < KIOSK and not is_evening:
        return at, unit, officer, "kios", f"k{unit}", answers, ""
    # a phone that a few people of one household use
    device = f"h{unit}-{chance.randrange(HALL * DESK // 10)}" if chance.random() < HOUSEHOLD else ""
    return at, unit, officer, "sendiri", device or f"w{chance.getrandbits(48):x}", answers, ""


def _planted(
    chance: random.Random, kind: str, last: datetime, devices: list[str]
) -> tuple[datetime, str, list[int]]:
    """The next answer an officer gives himself."""
    answers = _answers(chance, 3.8, 0.5)
    if kind == "seragam":
        return _moment(chance, 8, 15), f"n{chance.getrandbits(48):x}", [4] * UNSUR
    if kind == "perangkat":
        return _moment(chance, 8, 15), chance.choice(devices), answers
    if chance.random() < 0.1:  # another sitting
        last = _moment(chance, 8, 15) if kind == "sekaligus" else _moment(chance, 19, 21)
    pause = chance.uniform(15, 50) if kind == "sekaligus" else chance.uniform(70, 200)
    return last + timedelta(seconds=pause), devices[0], answers


def _moment(chance: random.Random, first: int, last: int) -> datetime:
    day = START + timedelta(days=chance.randrange(DAYS))
    return day + timedelta(seconds=chance.randrange(first * 3600, last * 3600))


def _answers(chance: random.Random, mean: float, straight: float) -> list[int]:
    def one() -> int:
        return min(4, max(1, round(chance.gauss(mean, 0.6))))

    return [one()] * UNSUR if chance.random() < straight else [one() for _ in range(UNSUR)]


if __name__ == "__main__":
    report("survey", run)
