"""A kabupaten through its year: people come, plan, are counted by facts, report and are judged."""

import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bench.harness import Figure, fresh_database, report

PEOPLE = {"ci": 160, "large": 7_400}
IN_A_UNIT = 40
FACTS_EACH = 20
GROWTH_GOAL = 1.1  # queries a person needs, beside those in a kabupaten of a quarter the size
YEAR = 2025

MEASURED = {"text": "Selesai tepat waktu", "target": "90", "satuan": "%", "metric": "service.on_time.share"}
REASON = "Hasil dan perilakunya sebagaimana diharapkan."
REPORTED = {"text": "Panduan layanan diperbarui", "target": "2", "satuan": "dokumen"}


@dataclass
class Stage:
    name: str
    seconds: float
    queries: int


@dataclass
class Kabupaten:
    """Heads by unit code, and the plans as they come to be."""

    count: int
    heads: dict = field(default_factory=dict)
    plans: dict = field(default_factory=dict)  # unit code → SKP
    evaluations: dict = field(default_factory=dict)


def run(size: str) -> Iterator[Figure]:
    """Seconds a stage, queries a person and their growth with size, and the peak memory of the process."""
    with fresh_database():
        count = PEOPLE[size]
        fewer = sum(stage.queries for stage in _year("kab-kecil", count // 4)) / (count // 4)
        stages = []
        for stage in _year("kab-contoh", count):
            stages.append(stage)
            yield Figure("year.seconds", round(stage.seconds, 2), "s", count, stage.seconds, stage=stage.name)
    seconds = sum(stage.seconds for stage in stages)
    each = sum(stage.queries for stage in stages) / count
    yield Figure("year.queries_per_person", round(each, 1), "kueri", count, seconds)
    yield Figure("year.queries_growth", round(each / fewer, 3), "×", count, seconds, goal=GROWTH_GOAL)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Figure("year.peak_mib", round(peak, 1), "MiB", count, seconds)


def _year(code: str, count: int) -> Iterator[Stage]:
    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope

    one = Kabupaten(count)
    with instansi_scope(Instansi.objects.create(code=code, name="Kabupaten Contoh", is_example=True)):
        for step in (_people, _plan, _agree, _work, _open, _report, _organisation, _judge):
            yield _timed(step, one)


def _timed(step: Callable[[Kabupaten], None], one: Kabupaten) -> Stage:
    from django.db import connection

    queries = 0

    def counted(execute, *arguments):
        nonlocal queries
        queries += 1
        return execute(*arguments)

    start = time.perf_counter()
    with connection.execute_wrapper(counted):
        step(one)
    return Stage(step.__name__.strip("_"), time.perf_counter() - start, queries)


def _people(one: Kabupaten) -> None:
    """By the import of a table, as an office would; signing in is given to all at once beside it."""
    from abdi.organisation.imports.actions import apply_import
    from abdi.organisation.imports.preview import preview_import
    from abdi.organisation.models import Employee
    from abdi.platform.accounts.models import User, system_user
    from abdi.platform.tenancy.scope import current_instansi

    table = "\n".join([_HEAD, *(_row(number) for number in range(one.count))]).encode()
    preview = preview_import(table, create_units=True)
    apply_import(actor=system_user(), content=table, digest=preview.digest, create_units=True)
    people = list(Employee.objects.order_by("pk"))
    instansi = current_instansi()
    users = [User(username=f"{instansi.code}-{who.nip}", name=who.name, instansi=instansi) for who in people]
    for who, user in zip(people, User.objects.bulk_create(users), strict=True):
        who.user = user
    Employee.objects.bulk_update(people, ["user"], batch_size=500)


_HEAD = "nip,nama,status,jabatan,jenis_jabatan,kode_unit,unit,atasan_nip,tmt"


def _row(number: int) -> str:
    """Everybody under the head of his unit, the heads under the first of them."""
    unit, place = divmod(number, IN_A_UNIT)
    head = place == 0
    above = "" if number == 0 else _nip(0 if head else unit * IN_A_UNIT)
    post, kind = ("Kepala unit", "administrator") if head else ("Pengadministrasi umum", "pelaksana")
    name = f"{'Kepala' if head else 'Petugas'} Contoh {number}"
    return f"{_nip(number)},{name},pns,{post},{kind},U{unit:03},Unit Contoh {unit},{above},01-01-2020"


def _nip(number: int) -> str:
    born = date(1970 + number // 336 % 25, number // 28 % 12 + 1, number % 28 + 1)
    return f"{born:%Y%m%d}2010011{1 + number // 8_400:03}"


def _plan(one: Kabupaten) -> None:
    from abdi.organisation.models import Employee
    from abdi.planning import actions
    from abdi.planning.models import Period
    from abdi.planning.years import open_year
    from abdi.platform.accounts.models import system_user

    open_year(actor=system_user(), year=YEAR, filing_days=5, assessor_days=10)
    period = Period.objects.get(kind="tahunan")
    for number, who in enumerate(Employee.objects.select_related("user").order_by("pk")):
        if number % IN_A_UNIT == 0:
            one.heads[number // IN_A_UNIT] = who
        if number == 0:
            continue  # the highest is judged from outside
        skp = actions.draft_skp(actor=who.user, employee=who, period=period)
        rhk = actions.add_rhk(actor=who.user, skp=skp, text="Permohonan warga selesai sesuai standar")
        for fields in (MEASURED, REPORTED):
            actions.add_iki(actor=who.user, rhk=rhk, fields=fields)
        actions.submit_skp(actor=who.user, skp=skp)
        one.plans.setdefault(number // IN_A_UNIT if number % IN_A_UNIT else 0, []).append(skp)


def _agree(one: Kabupaten) -> None:
    from abdi.planning import actions

    for unit, plans in one.plans.items():
        for skp in plans:
            actions.agree_skp(actor=one.heads[unit].user, skp=skp)


def _work(_one: Kabupaten) -> None:
    """What everybody leaves at the counter in the last quarter."""
    from abdi.facts.actions import record_facts
    from abdi.facts.sealing import seal_ledger
    from abdi.facts.types import NewFact
    from abdi.organisation.models import Placement
    from abdi.platform.accounts.models import system_user

    start = datetime(YEAR, 10, 6, 2, 0, tzinfo=UTC)
    places = Placement.objects.values_list("employee_id", "position__unit_id")
    facts = (
        NewFact(
            kind="service.on_time",
            occurred_at=start + timedelta(hours=number),
            unit_id=unit,
            employee_id=who,
            source_key=f"{who}-{number}",
            value=float(number % 10 > 0),
        )
        for who, unit in places
        for number in range(FACTS_EACH)
    )
    record_facts(actor=system_user(), facts=facts, source="bench")
    seal_ledger(actor=system_user(), up_to=None)


def _open(one: Kabupaten) -> None:
    from abdi.evaluation.actions import open_evaluations

    for unit, plans in one.plans.items():
        opened = open_evaluations(actor=one.heads[unit].user, plans=plans, period=_quarter())
        one.evaluations[unit] = opened


def _quarter():
    from abdi.planning.models import Period

    return Period.objects.filter(kind="triwulanan").order_by("-start").first()


def _report(one: Kabupaten) -> None:
    from abdi.evaluation.actions import report_realisation
    from abdi.evaluation.results import indicators_of

    for opened in one.evaluations.values():
        for evaluation in opened:
            iki = next(iki for iki in indicators_of(evaluation) if not iki.is_measured)
            report_realisation(
                actor=evaluation.skp.employee.user,
                evaluation=evaluation,
                iki=iki,
                value=2,
                evidence="Nota dinas 1",
            )


def _organisation(_one: Kabupaten) -> None:
    from abdi.evaluation.organisation_result.actions import decide_organisation_result
    from abdi.organisation.models import Unit
    from abdi.platform.accounts.models import system_user

    for unit in Unit.objects.all():
        decide_organisation_result(
            actor=system_user(), unit=unit, period=_quarter(), predikat="baik", reason="Rencana aksi tercapai"
        )


def _judge(one: Kabupaten) -> None:
    from abdi.evaluation.actions import decide_predikat, give_ratings

    for unit, opened in one.evaluations.items():
        judge = one.heads[unit].user
        for evaluation in opened:
            give_ratings(actor=judge, evaluation=evaluation, hasil="sesuai", perilaku="sesuai", reason=REASON)
            decide_predikat(actor=judge, evaluation=evaluation)


if __name__ == "__main__":
    report("year", run)
