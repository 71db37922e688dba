"""A kabupaten through its year: people come, plan, tell their days, are counted by facts, report and are judged.

Everybody acts for himself, through the verbs that the pages call, so that permission, policy, audit and notice are
part of the figures. What is held in memory is one assessor's people at a time, as his page would.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from bench.harness import Figure, forget_peak, fresh_database, peak_mib, report

PEOPLE = {"ci": 160, "large": 7_400}
IN_A_UNIT = 40
SMALL = 80  # people of the kabupaten beside which growth is told
FACTS_EACH = 20
GROWTH_GOAL = 1.1  # queries a person needs, beside those in the small kabupaten
CORE_GOAL = 40 * 60 / 7_400  # seconds of one core a person: 7,400 people in forty minutes
YEAR = 2025
MONDAY = date(YEAR, 10, 6)  # of the week that everybody tells day by day

MEASURED = {"text": "Selesai tepat waktu", "target": "90", "satuan": "%", "metric": "service.on_time.share"}
REASON = "Hasil dan perilakunya sebagaimana diharapkan."
REPORTED = {"text": "Panduan layanan diperbarui", "target": "2", "satuan": "dokumen"}


@dataclass
class Stage:
    """`seconds` as the clock goes, `core` those that this process had a core; `peak` in MiB, of this stage alone."""

    name: str
    seconds: float
    core: float
    queries: int
    peak: float


def run(size: str) -> Iterator[Figure]:
    """Seconds and peak memory of each stage; seconds of a core and queries a person, and their growth with size."""
    with fresh_database():
        count = PEOPLE[size]
        fewer = sum(stage.queries for stage in _year("kab-kecil", SMALL)) / SMALL
        stages = []
        for stage in _year("kab-contoh", count):
            stages.append(stage)
            yield Figure("year.seconds", round(stage.seconds, 2), "s", count, stage.seconds, stage=stage.name)
            yield Figure("year.peak_mib", round(stage.peak, 1), "MiB", count, stage.seconds, stage=stage.name)
    seconds, core = sum(stage.seconds for stage in stages), sum(stage.core for stage in stages)
    each = sum(stage.queries for stage in stages) / count
    yield Figure("year.core_seconds", round(core, 1), "s", count, seconds, goal=round(CORE_GOAL * count))
    yield Figure("year.queries_per_person", round(each, 1), "kueri", count, seconds)
    yield Figure("year.queries_growth", round(each / fewer, 3), "×", count, seconds, goal=GROWTH_GOAL)
    yield Figure("year.peak_mib", round(max(stage.peak for stage in stages), 1), "MiB", count, seconds)


def _year(code: str, count: int) -> Iterator[Stage]:
    from abdi.platform.tenancy.models import Instansi
    from abdi.platform.tenancy.scope import instansi_scope

    instansi = Instansi.objects.create(code=code, name="Kabupaten Contoh", is_example=True)
    with instansi_scope(instansi):
        yield _timed("people", lambda: _people(count))
        for step in (_plan, _agree, _work, _tell, _approve, _open, _report, _organisation, _judge):
            yield _timed(step.__name__.strip("_"), step)


def _timed(name: str, step: Callable[[], None]) -> Stage:
    from django.db import connection

    queries = 0

    def counted(execute, *arguments):
        nonlocal queries
        queries += 1
        return execute(*arguments)

    forget_peak()
    start, core = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(counted):
        step()
    return Stage(name, time.perf_counter() - start, time.process_time() - core, queries, peak_mib())


def _people(count: int) -> None:
    """By the import of a table, as an office would; signing in is given to all at once beside it."""
    from abdi.organisation.actions import grant_role
    from abdi.organisation.enums import Role
    from abdi.organisation.imports.actions import apply_import
    from abdi.organisation.imports.preview import preview_import
    from abdi.organisation.models import Employee
    from abdi.platform.accounts.models import User, system_user
    from abdi.platform.tenancy.scope import current_instansi

    table = "\n".join([_HEAD, *(_row(number) for number in range(count))]).encode()
    preview = preview_import(table, create_units=True)
    apply_import(actor=system_user(), content=table, digest=preview.digest, create_units=True)
    people = list(Employee.objects.order_by("pk"))
    instansi = current_instansi()
    users = [User(username=f"{instansi.code}-{who.nip}", name=who.name, instansi=instansi) for who in people]
    for who, user in zip(people, User.objects.bulk_create(users, batch_size=500), strict=True):
        who.user = user
    Employee.objects.bulk_update(people, ["user"], batch_size=500)
    highest = Employee.objects.get(nip=_nip(0)).user
    grant_role(actor=system_user(), user=highest, role=Role.PIMPINAN, valid_from=date(YEAR, 1, 1))


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


def _heads() -> Iterator:
    """Who assesses anybody; the highest, who is judged from outside, among them."""
    from abdi.organisation.models import Employee

    yield from Employee.objects.exclude(lines_down=None).select_related("user").order_by("pk").distinct()


def _plan() -> None:
    from abdi.organisation.selectors import subordinates_of
    from abdi.planning.models import Period
    from abdi.planning.years import open_year
    from abdi.platform.accounts.models import system_user

    open_year(actor=system_user(), year=YEAR, filing_days=5, assessor_days=10)
    period = Period.objects.get(kind="tahunan")
    for head in _heads():
        for who in subordinates_of(head).select_related("user"):
            _draw_up(who, period)


def _draw_up(who, period) -> None:
    from abdi.planning import actions

    skp = actions.draft_skp(actor=who.user, employee=who, period=period)
    rhk = actions.add_rhk(actor=who.user, skp=skp, text="Permohonan warga selesai sesuai standar")
    for fields in (MEASURED, REPORTED):
        actions.add_iki(actor=who.user, rhk=rhk, fields=fields)
    actions.submit_skp(actor=who.user, skp=skp)


def _agree() -> None:
    from abdi.planning.actions import agree_skp
    from abdi.planning.selectors import skp_to_assess

    for head in _heads():
        for skp in skp_to_assess(head):
            agree_skp(actor=head.user, skp=skp)


def _work() -> None:
    """What everybody leaves at the counter: a Monday's cases, and a few on Tuesday."""
    from abdi.facts.actions import record_facts
    from abdi.facts.sealing import seal_ledger
    from abdi.facts.types import NewFact
    from abdi.organisation.models import Placement
    from abdi.platform.accounts.models import system_user

    start = datetime(YEAR, MONDAY.month, MONDAY.day, 2, 0, tzinfo=UTC)
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


def _tell() -> None:
    """Daily progress of a week: what the counter knows of a day is confirmed, the other days are written."""
    from abdi.organisation.selectors import subordinates_of

    for head in _heads():
        for who in subordinates_of(head).select_related("user"):
            for number in range(5):
                _tell_day(who, MONDAY + timedelta(days=number))


def _tell_day(who, day: date) -> None:
    from abdi.activity.progress.actions import confirm_day, enter_progress
    from abdi.activity.progress.suggestions import suggestions

    if seen := {one.topic: one.digest for one in suggestions(who, day)}:
        confirm_day(actor=who.user, employee=who, day=day, seen=seen)
    else:
        enter_progress(
            actor=who.user, employee=who, day=day, text="Menyusun panduan layanan", client_id=uuid4()
        )


def _approve() -> None:
    """Each leader all that waits for him, at once."""
    from abdi.activity.progress.actions import approve_many
    from abdi.activity.progress.selectors import waiting_for

    for head in _heads():
        approve_many(actor=head.user, entries=waiting_for(head))


def _open() -> None:
    from abdi.evaluation.actions import open_evaluations
    from abdi.planning.selectors import skp_to_assess

    for head in _heads():
        open_evaluations(actor=head.user, plans=skp_to_assess(head), period=_quarter())


def _quarter():
    from abdi.planning.models import Period

    return Period.objects.filter(kind="triwulanan").order_by("-start").first()


def _opened(head):
    """The evaluations he decides, with whom they are about."""
    from abdi.evaluation.models import Evaluation

    his = Evaluation.objects.filter(skp__pejabat_penilai=head)
    return his.select_related("period", "skp__employee__user")


def _report() -> None:
    from abdi.evaluation.actions import report_realisation
    from abdi.evaluation.results import indicators_of

    for head in _heads():
        for one in _opened(head):
            report_realisation(
                actor=one.skp.employee.user,
                evaluation=one,
                iki=next(iki for iki in indicators_of(one) if not iki.is_measured),
                value=2,
                evidence="Nota dinas 1",
            )


def _organisation() -> None:
    """The units have none above them: the leader of the whole instansi says what each achieved."""
    from abdi.evaluation.organisation_result.actions import decide_organisation_result
    from abdi.organisation.enums import Role
    from abdi.organisation.models import RoleGrant, Unit

    leader = RoleGrant.objects.select_related("user").get(role=Role.PIMPINAN).user
    for unit in Unit.objects.all():
        decide_organisation_result(
            actor=leader, unit=unit, period=_quarter(), predikat="baik", reason="Rencana aksi tercapai"
        )


def _judge() -> None:
    from abdi.evaluation.actions import decide_predikat, give_ratings

    for head in _heads():
        for one in _opened(head):
            give_ratings(actor=head.user, evaluation=one, hasil="sesuai", perilaku="sesuai", reason=REASON)
            decide_predikat(actor=head.user, evaluation=one)


if __name__ == "__main__":
    report("year", run)
