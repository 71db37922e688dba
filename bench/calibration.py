"""The calibration board of a large unit: how long its page takes, from the request to the last byte."""

import time
from collections.abc import Iterator
from datetime import date
from statistics import quantiles

from bench.harness import Figure, fresh_database, report

PEOPLE = {"ci": 1_000, "large": 5_000}
ASSESSORS, LOOKS = 100, 60
GOAL_MS = 1_000
START, END = date(2026, 7, 1), date(2026, 9, 30)


def run(size: str) -> Iterator[Figure]:
    """p95 of the board with everybody on it, as the leader of the unit sees it."""
    with fresh_database():
        yield from _looked_at(PEOPLE[size])


def _looked_at(people: int) -> Iterator[Figure]:
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope

    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("collectstatic", interactive=False, verbosity=0)
    instansi = Instansi.objects.create(code="kab-contoh", name="Kabupaten Contoh", is_example=True)
    with instansi_scope(instansi):
        leader, session = _seated(people)
    client, address = Client(), f"/kerja/kalibrasi/papan/{session.uid}/"
    client.force_login(leader, backend="django.contrib.auth.backends.ModelBackend")
    _look(client, address)  # what a process remembers is warm
    times = [_look(client, address) for _ in range(LOOKS)]
    p95 = quantiles(times, n=20)[-1] * 1000
    yield Figure("calibration.p95_ms", round(p95, 1), "ms", people, sum(times), goal=GOAL_MS)


def _look(client, address: str) -> float:
    start = time.perf_counter()
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return time.perf_counter() - start


def _seated(people: int):
    """One unit with its leader, a hundred assessors, and everybody's ratings drafted; the board opened."""
    from django.utils import timezone

    from abdi.evaluation.calibration.actions import open_session
    from abdi.evaluation.enums import Rating
    from abdi.evaluation.models import Evaluation
    from abdi.organisation import actions as organisation
    from abdi.organisation.enums import EmployeeStatus, JenisJabatan
    from abdi.organisation.models import Employee
    from abdi.planning.actions import open_period
    from abdi.planning.enums import PeriodKind, SkpStatus
    from abdi.planning.models import Skp
    from abdi.platform.accounts.models import system_user

    system, since = system_user(), date(2026, 1, 1)
    unit = organisation.create_unit(actor=system, code="DINAS", name="Dinas Contoh", valid_from=since)
    head = organisation.create_employee(
        actor=system,
        nip="197501012000011001",
        name="Budi Andaian",
        status=EmployeeStatus.PNS,
        golongan="Pembina, IV/a",
        unit=unit,
    )
    posts = [
        organisation.create_position(
            actor=system,
            unit=unit,
            name=name,
            jenis=JenisJabatan.PELAKSANA,
            is_head=is_head,
            valid_from=since,
        )
        for name, is_head in [("Kepala dinas", True), ("Pengelola layanan", False)]
    ]
    organisation.place_employee(actor=system, employee=head, position=posts[0], valid_from=since)
    leader = organisation.create_account(actor=system, employee=head, username="budi")
    year, quarter = (
        open_period(
            actor=system,
            name=name,
            kind=kind,
            start=start,
            end=end,
            filing_deadline=end,
            assessor_deadline=end,
        )
        for name, kind, start, end in [
            ("Tahun 2026", PeriodKind.TAHUNAN, since, date(2026, 12, 31)),
            ("Triwulan III 2026", PeriodKind.TRIWULANAN, START, END),
        ]
    )
    assessors = _employees(Employee, "Penilai Contoh", ASSESSORS)
    plans = Skp.objects.bulk_create(
        Skp(
            employee=one,
            position=posts[1],
            pejabat_penilai=assessors[number % ASSESSORS],
            period=year,
            start=year.start,
            end=year.end,
            status=SkpStatus.DISEPAKATI,
            agreed_at=timezone.now(),
            agreed_by=system,
        )
        for number, one in enumerate(_employees(Employee, "Pegawai Contoh", people))
    )
    ratings = Rating.values
    Evaluation.objects.bulk_create(
        Evaluation(
            skp=skp,
            period=quarter,
            rating_hasil=ratings[number % 3],
            rating_perilaku=ratings[number // 3 % 3],
        )
        for number, skp in enumerate(plans)
    )
    return leader, open_session(actor=leader, unit=unit, period=quarter)


def _employees(model, name: str, count: int) -> list:
    return model.objects.bulk_create(
        model(name=f"{name} {number}", external_key=f"{name} {number}") for number in range(count)
    )


if __name__ == "__main__":
    report("calibration", run)
