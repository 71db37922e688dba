"""Appending to the ledger beside a bare executemany of the same rows into the same table."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from bench.harness import Figure, fresh_database, race, report

ROWS = {"ci": 20_000, "large": 200_000}
ROUNDS = 5
GOAL = 2.5
_BARE = """
INSERT INTO facts_fact (recorded_at, instansi_id, source, occurred_at, kind, unit_id, service_id, employee_id,
    channel, case_key, value, source_key, rule_version, supersedes_id, attrs)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


def run(size: str) -> Iterator[Figure]:
    """Facts per second through `record_facts`, and how many times longer that takes than the bare rows."""
    with fresh_database():
        yield from _measure(ROWS[size])


def _measure(count: int) -> Iterator[Figure]:
    from django.db import connection, transaction

    from abdi.facts import intake
    from abdi.facts.actions import record_facts
    from abdi.platform.accounts.models import system_user
    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope

    actor = system_user()
    instansi = Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh")
    moment = connection.ops.adapt_datetimefield_value
    with instansi_scope(instansi):
        facts = _facts(count)
        rows = [(moment(row[0]), *row[1:]) for row in map(intake.row, facts)]
        told = [(moment(datetime.now(UTC)), instansi.pk, f"bare-{number}") for number in range(ROUNDS)]
        bare = [[(*head, *row) for row in rows] for head in told]

        def append(number: int) -> None:
            record_facts(actor=actor, facts=iter(facts), source=f"bench-{number}")

        def insert(number: int) -> None:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.executemany(_BARE, bare[number])

        ours, theirs = race(append, insert, rounds=ROUNDS)
    yield Figure("ledger.append_ratio_to_bare", round(ours / theirs, 3), "×", count, ours, goal=GOAL)
    yield Figure("ledger.facts_per_s", round(count / ours), "fakta/s", count, ours, more_is_better=True)


def _facts(count: int) -> list:
    """A year at ten counters, plausible in shape; seeded, so that every run is the same."""
    from abdi.facts.types import NewFact
    from abdi.organisation.models import Employee, Layanan, Unit

    since = date(2020, 1, 1)
    unit = Unit.objects.create(code="LOKET", name="Loket Contoh", valid_from=since)
    service = Layanan.objects.create(code="KTP", name="KTP Contoh", unit=unit, valid_from=since)
    staff = [Employee.objects.create(name=f"Petugas Contoh {n}", external_key=f"p{n}") for n in range(10)]
    chance, start = random.Random(1), datetime(2025, 1, 1, tzinfo=UTC)
    return [
        NewFact(
            kind="queue.wait",
            occurred_at=start + timedelta(seconds=chance.randrange(365 * 86_400)),
            unit_id=unit.pk,
            source_key=f"antrean-{number}",
            value=chance.uniform(10, 3_600),
            service_id=service.pk,
            employee_id=chance.choice(staff).pk,
            channel="loket",
            case_key=f"P-{number // 3}",
            attrs={"activity": "panggil"},
        )
        for number in range(count)
    ]


if __name__ == "__main__":
    report("ledger", run)
