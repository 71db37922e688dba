"""Measuring what the ledger tells: scopes, windows, corrections, seals, and nobody else's facts."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from abdi.facts import selectors as facts
from abdi.facts.actions import supersede_fact
from abdi.facts.sealing import seal_ledger
from abdi.measurement.catalogue import CatalogueDefect, catalogue, collect
from abdi.measurement.engine import measure
from abdi.measurement.explanation import explain
from abdi.measurement.policies import suppressed
from abdi.measurement.types import Scope, Window
from abdi.organisation.law.models import ParameterSetting
from abdi.organisation.law.selectors import forget_settings
from abdi.organisation.placeholders import ensure_unit
from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.rules.parameters import catalogue as law
from tests.data import shared
from tests.measurement.conftest import NOON

ELEMENTS = (
    "persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan"
)  # u1–u9 as the Kediri questionnaire orders them  # fmt: skip


def values(found):
    return {one.scope.label: one.value for one in found}


def test_each_officer_has_a_number_and_facts_without_one_are_nobodys(tell, rina, joko):
    tell("queue.wait", 60, 180, employee_id=rina.pk)
    tell("queue.wait", 600, employee_id=joko.pk)
    tell("queue.wait", 6000)
    assert values(measure(["queue.wait.mean"], per="petugas")) == {"Joko Seumpama": 10.0, "Rina Misal": 2.0}
    assert values(measure(["queue.wait.mean"])) == {"Kabupaten Contoh": 28.5}


def test_only_one_scope(tell, rina, joko):
    tell("queue.wait", 60, 180, employee_id=rina.pk)
    tell("queue.wait", 600, employee_id=joko.pk)
    scope = Scope("petugas", str(rina.pk))
    assert values(measure(["queue.wait.mean"], only=scope)) == {"Rina Misal": 2.0}
    assert values(measure(["queue.wait.mean"], per="petugas", only=scope)) == {"Rina Misal": 2.0}


def test_each_of_several_is_answered_for_even_without_facts(tell, rina, joko):
    tell("queue.wait", 60, 180, employee_id=rina.pk)
    tell("queue.wait", 600, employee_id=joko.pk)
    several = [Scope("petugas", str(rina.pk)), Scope("petugas", "987654")]
    found = measure(["queue.wait.mean", "service.cases"], per="petugas", among=several)
    assert {(one.metric, one.scope.key): (one.value, one.n) for one in found} == {
        ("queue.wait.mean", str(rina.pk)): (2.0, 2),
        ("queue.wait.mean", "987654"): (None, 0),
        ("service.cases", str(rina.pk)): (0.0, 0),
        ("service.cases", "987654"): (0.0, 0),
    }
    assert [one for one in found if one.scope == several[0]] == measure(
        ["queue.wait.mean", "service.cases"], only=several[0]
    )


def test_channels_and_months(tell):
    tell("queue.wait", 60, channel="web")
    tell("queue.wait", 120, at=NOON - timedelta(days=31))
    assert values(measure(["queue.wait.mean"], per="kanal")) == {"web": 1.0, "tanpa kanal": 2.0}
    months = measure(["queue.wait.mean"], per="bulan")
    assert [(one.scope.key, one.value) for one in months] == [("2026-01", 2.0), ("2026-03", 1.0)]
    assert months[0].window == Window(date(2026, 1, 1), date(2026, 1, 31))
    scope = Scope("bulan", "2026-01")
    assert measure(["queue.wait.mean"], only=scope)[0].value == 2.0


def test_scopes_by_month_within_a_window(tell, rina):
    tell("queue.wait", 60, employee_id=rina.pk)
    tell("queue.wait", 120, at=NOON - timedelta(days=40), employee_id=rina.pk)
    window = Window(date(2026, 1, 10), date(2026, 3, 15))
    found = measure(["queue.wait.mean"], per="petugas", by_month=True, window=window)
    assert [(one.window.start, one.window.end, one.value) for one in found] == [
        (date(2026, 1, 10), date(2026, 1, 31), 2.0),
        (date(2026, 3, 1), date(2026, 3, 15), 1.0),
    ]


@pytest.mark.parametrize(("zone", "day"), [("Asia/Jakarta", 3), ("Asia/Makassar", 4), ("Asia/Jayapura", 4)])
def test_a_day_is_a_day_of_the_instansi(instansi, tell, zone, day):
    """16.30 UTC is 23.30 in Jakarta, but already the next day further east."""
    instansi.timezone = zone
    instansi.save()
    tell("queue.wait", 60, at=datetime(2026, 2, 3, 16, 30, tzinfo=UTC))
    for asked in (3, 4):
        window = Window(date(2026, 2, asked), date(2026, 2, asked))
        assert measure(["queue.wait.mean"], window=window)[0].n == (1 if asked == day else 0)


def test_a_month_is_a_month_of_the_instansi(tell):
    tell("queue.wait", 60, at=datetime(2026, 1, 31, 17, 0, tzinfo=UTC))
    assert [one.scope.key for one in measure(["queue.wait.mean"], per="bulan")] == ["2026-02"]


def test_a_corrected_fact_counts_once_and_as_corrected(tell, system):
    tell("queue.wait", 60, 120)
    first = facts.current()[0]
    before = measure(["queue.wait.mean"])[0]
    supersede_fact(actor=system, fact_id=first["id"], value=240, reason="jam mesin salah")
    after = measure(["queue.wait.mean"])[0]
    assert (before.value, after.value, after.n) == (1.5, 3.0, 2)
    assert after.digest != before.digest


def test_sealed_and_hot_facts_give_the_same_numbers(tell, rina, system):
    tell("queue.wait", *range(60, 3000, 60), employee_id=rina.pk)
    tell("service.on_time", 1, 1, 0, at=NOON - timedelta(days=40), employee_id=rina.pk)
    names = [name for name in catalogue() if name.startswith(("queue", "service"))]
    hot = measure(names, per="petugas", by_month=True)
    seal_ledger(actor=system, up_to=None)
    assert facts.ledger().hot.num_rows == 0
    assert measure(names, per="petugas", by_month=True) == hot
    supersede_fact(actor=system, fact_id=facts.current()[0]["id"], value=6000, reason="salah ketik")
    mixed = measure(["queue.wait.mean"])[0]
    assert mixed.n == 49
    assert mixed.value == pytest.approx((sum(range(120, 3000, 60)) + 6000) / 49 / 60)


def test_another_instansi_measures_nothing_of_ours(tell, system):
    tell("queue.wait", 60)
    seal_ledger(actor=system, up_to=None)
    tell("queue.wait", 60)
    other = Instansi.objects.create(code="kab-lain", name="Kabupaten Lain")
    with instansi_scope(other):
        ensure_unit(actor=system, code="LOKET")
        assert measure(["queue.wait.mean"])[0].n == 0
        assert measure(["queue.wait.mean"], per="unit") == []
    assert measure(["queue.wait.mean"])[0].n == 2


def test_the_digest_names_the_facts_and_not_their_order(tell):
    tell("queue.wait", *range(60, 6000, 60))
    first, second = (measure(["queue.wait.mean", "queue.wait.p90"]) for _ in range(2))
    assert first == second
    assert first[0].digest == first[1].digest
    tell("queue.wait", 60)
    assert measure(["queue.wait.mean"])[0].digest != first[0].digest


def test_rule_versions_are_those_the_facts_were_measured_with(tell):
    tell("service.completed_working", 60, rule_version="jam_kerja@2023-01-01")
    tell("service.completed_working", 60, rule_version="jam_kerja@2010-01-01")
    (one,) = measure(["service.working_time.mean"])
    assert one.rule_version == "jam_kerja@2010-01-01, jam_kerja@2023-01-01"


def test_the_survey_of_kediri(tell):
    with shared("skm/skm_kuesioner_kediri_2024_u1u9.csv").open() as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for number, unsur in enumerate(ELEMENTS, start=1):
            tell(f"skm.{unsur}", float(row[f"u{number}"]), case_key=row["id"])
    found = {one.metric: one for one in measure([name for name in catalogue() if name.startswith("skm")])}
    assert found["skm.ikm"].value == 77.50
    assert found["skm.ikm"].n == found["skm.responses"].value == 20
    assert found["skm.ikm"].rule_version == "ikm@2017-05-09"
    assert found["skm.sarana"].value == sum(int(row["u8"]) for row in rows) / 20


def test_the_index_follows_what_the_instansi_has_set_for_itself(tell, system, monkeypatch):
    """The law leaves no room here today; where it does, neither the law's nor another's number is remembered."""
    path = "skm/pengali_konversi"
    room = replace(law()[path], settable_by="instansi", bounds={"min": 20, "max": 25})
    monkeypatch.setitem(law(), path, room)
    tell("skm.waktu", 3, 4)
    assert [one.value for one in measure(["skm.ikm"])] == [87.5]
    ParameterSetting.objects.create(
        path=path, value=20, since=date(2026, 1, 1), reason="Keputusan bupati 1", set_by=system
    )
    forget_settings()
    assert [one.value for one in measure(["skm.ikm"])] == [70.0]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ({"metrics": ["queue.wait.men"]}, "Metrik 'queue.wait.men' tidak dikenal. Maksudnya queue.wait.me"),
        ({"metrics": ["xyz"]}, "abdi measure --daftar"),
        ({"per": "desa"}, "Tidak dapat mengukur per 'desa'"),
        ({"only": Scope("desa", "1")}, "Lingkup 'desa' tidak dikenal"),
        ({"only": Scope("petugas", "Rina")}, "harus berupa nomor, bukan 'Rina'"),
        ({"only": Scope("bulan", "2026-13")}, "Bulan '2026-13' tidak terbaca"),
    ],
)
def test_a_question_that_cannot_be_answered(instansi, question, sentence):
    with pytest.raises(InputRefused, match=sentence):
        measure(**{"metrics": ["queue.wait.mean"], **question})


def test_a_window_runs_forward():
    with pytest.raises(InputRefused, match="terbalik"):
        Window(date(2026, 2, 1), date(2026, 1, 1))


def test_nothing_is_published_about_a_person_from_few_facts(tell, rina):
    tell("queue.wait", 60, 120, employee_id=rina.pk)
    (person,) = map(suppressed, measure(["queue.wait.mean"], per="petugas"))
    (office,) = map(suppressed, measure(["queue.wait.mean"]))
    assert (person.value, person.low, person.high, person.n) == (None, None, None, 2)
    assert office.value == 1.5
    scope = Scope("petugas", str(rina.pk))
    assert explain("queue.wait.mean", scope).sentence.endswith(
        "baru 2 fakta; angka tentang seseorang ditampilkan mulai 5."
    )
    tell("queue.wait", 60, 120, 180, employee_id=rina.pk)
    assert suppressed(measure(["queue.wait.mean"], per="petugas")[0]).value == 1.8


def test_a_metric_is_declared_once_over_kinds_that_exist():
    metrics = list(catalogue().values())
    kinds = {kind for metric in metrics for kind in metric.kinds}
    with pytest.raises(CatalogueDefect, match="declared twice"):
        collect([metrics[0], metrics[0]], kinds)
    with pytest.raises(CatalogueDefect, match=r"unknown kinds: queue\.wait"):
        collect(metrics, kinds - {"queue.wait"})
