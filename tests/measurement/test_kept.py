"""Explaining a number, and keeping it for the pages."""

import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from abdi.facts import selectors as facts
from abdi.facts.actions import record_facts
from abdi.facts.types import NewFact
from abdi.measurement.actions import refresh_values
from abdi.measurement.explanation import explain
from abdi.measurement.models import MeasuredValue
from abdi.measurement.printing import catalogue_markdown
from abdi.measurement.selectors import latest
from abdi.measurement.types import ALWAYS, Scope
from abdi.platform.accounts.models import User
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import PermissionRefused
from tests.data import ROOT
from tests.measurement import oracle
from tests.measurement.conftest import NOON


def test_the_facts_behind_a_number_by_the_page(tell, rina, joko):
    for number in range(7):
        tell("queue.wait", 60 * number, at=NOON - timedelta(minutes=number), employee_id=rina.pk)
    tell("queue.wait", 6000, employee_id=joko.pk)
    scope = Scope("petugas", str(rina.pk))
    pages = [explain("queue.wait.mean", scope, ALWAYS, offset, 3) for offset in (0, 3, 6)]
    behind = [fact for page in pages for fact in page.facts]
    assert [fact.value for fact in behind] == [360, 300, 240, 180, 120, 60, 0]
    assert [page.total for page in pages] == [7, 7, 7]
    assert pages[0].measured.digest == oracle.digest((one.kind, one.id, one.value) for one in behind)


@pytest.mark.parametrize(
    ("metric", "kind", "values", "sentence"),
    [
        (
            "service.on_time.share",
            "service.on_time",
            [1] * 370 + [0] * 42,
            "Selesai tepat waktu = 370 ÷ 412 = 89,8 %, rentang Wilson 95 % 86,5–92,4.",
        ),
        ("service.cases", "service.completed", [60] * 3, "Perkara selesai = 3 perkara."),
        (
            "queue.wait.mean",
            "queue.wait",
            [60, 120],
            "= 3,00 menit ÷ 2 = 1,50 menit, rentang t 95 % −4,85–7,85.",
        ),
        (
            "queue.wait.median",
            "queue.wait",
            [60, 120],
            "nilai tengah dari 2 fakta yang diurutkan = 1,50 menit.",
        ),
        (
            "queue.wait.p90",
            "queue.wait",
            [60] * 30,
            "90 % dari 30 fakta yang diurutkan tidak lebih dari 1,00 menit",
        ),
        ("queue.service.hours", "queue.service", [3600] * 2, "jumlah 2 fakta = 2,00 jam."),
        ("skm.ikm", "skm.waktu", [3, 4], "dikonversi menurut ikm@2017-05-09 = 87,50, rentang t 95 %"),
        ("queue.wait.mean", "queue.service", [60], "belum ada fakta di jendela waktu ini."),
    ],
)
def test_the_formula_in_words(tell, metric, kind, values, sentence):
    tell(kind, *values)
    text = explain(metric).sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert sentence in text


def test_a_ratio_names_both_of_its_sums(tell):
    tell("queue.wait", 120)
    tell("queue.service", 60)
    assert "jumlah queue.wait ÷ jumlah queue.service = 2,00" in explain("queue.wait.ratio").sentence


def test_a_kept_number_stands_until_its_facts_change(tell, system, rina):
    tell("queue.wait", 60, 120, employee_id=rina.pk)

    def refresh():
        return refresh_values(actor=system, metrics=["queue.wait.mean"], per="petugas")

    assert (refresh().changed, refresh().changed) == (1, 0)
    tell("queue.wait", 180, employee_id=rina.pk)
    assert refresh().changed == 1
    assert [one.value for one in MeasuredValue.objects.order_by("pk")] == [1.5, 2.0]
    (one,) = latest(["queue.wait.mean"], scope=Scope("petugas", str(rina.pk)), window=ALWAYS)
    assert (one.value, one.n, one.scope.label, one.enough) == (2.0, 3, "Rina Misal", False)
    assert AuditEntry.objects.filter(tag="measurement:value:refresh").count() == 3


def test_a_number_whose_last_fact_moved_away_becomes_empty(tell, system, rina, joko, unit):
    tell("queue.wait", 60, employee_id=rina.pk)
    refresh_values(actor=system, metrics=["queue.wait.mean"], per="petugas")
    wrong = facts.current()[0]["id"]
    right = NewFact(
        kind="queue.wait",
        occurred_at=NOON,
        unit_id=unit.pk,
        source_key="k",
        value=60,
        employee_id=joko.pk,
        supersedes_id=wrong,
    )
    record_facts(actor=system, facts=[right], source="koreksi-uji")
    refreshed = refresh_values(actor=system, metrics=["queue.wait.mean"], per="petugas")
    assert refreshed.changed == 2
    found = {one.scope.label: (one.value, one.n) for one in latest(["queue.wait.mean"], scope_kind="petugas")}
    assert found == {"Rina Misal": (None, 0), "Joko Seumpama": (1.0, 1)}


def test_what_is_kept_is_what_was_measured(tell, system):
    tell("queue.wait", *range(60, 6000, 60))
    refresh_values(actor=system, metrics=["queue.wait.p90"])
    (kept,) = latest(["queue.wait.p90"])
    assert kept == explain("queue.wait.p90").measured


def test_an_officer_may_not_refresh(instansi):
    somebody = User.objects.create(username="rina", instansi=instansi)
    with pytest.raises(PermissionRefused, match="tim pengelola kinerja"):
        refresh_values(actor=somebody, metrics=["queue.wait.mean"])


def run(capsys, *arguments):
    call_command("measure", *arguments)
    return capsys.readouterr().out


def test_the_command_prints_rows_as_json(tell, rina, capsys):
    tell("queue.wait", 60, 60, 90, 120, 120, employee_id=rina.pk)
    (row,) = json.loads(run(capsys, "queue.wait.mean", "--instansi=kab-contoh", "--per=petugas", "--json"))
    assert row["scope"] == {"kind": "petugas", "key": str(rina.pk), "label": "Rina Misal"}
    assert (row["metric"], row["value"], row["unit"], row["n"]) == ("queue.wait.mean", 1.5, "menit", 5)
    assert row["window"] == {"start": None, "end": None}
    assert {"low", "high", "engine", "rule_version", "digest", "enough"} <= row.keys()


def test_the_command_explains(tell, capsys):
    tell("queue.wait", 60, 120, case_key="A-1")
    text = run(capsys, "queue.wait.mean", "--instansi=kab-contoh", "--explain", "--banyak-fakta=1")
    assert "3,00\N{NO-BREAK SPACE}menit ÷ 2" in text
    assert "Fakta 1–1 dari 2:" in text
    assert "A-1" in text
    (row,) = json.loads(run(capsys, "queue.wait.mean", "--instansi=kab-contoh", "--explain", "--json"))
    assert [fact["value"] for fact in row["explain"]["facts"]] == [60, 120]


def test_the_command_prints_a_table(tell, capsys):
    tell("queue.wait", 60, 120)
    span = ("--dari=2026-03-01", "--sampai=2026-03-31")
    head, line = run(capsys, "queue.wait.mean", "--instansi=kab-contoh", *span).splitlines()
    assert head.split() == ["Metrik", "Lingkup", "Jendela", "Nilai", "Rentang", "95", "%", "n"]
    assert "1 Maret–31 Maret 2026" in line
    assert "1,50\N{NO-BREAK SPACE}menit" in line


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["service.case"], "Maksudnya service.cases"),
        ([], "Sebutkan sedikitnya satu metrik"),
        (["service.cases"], "Sebutkan instansinya"),
        (["service.cases", "--instansi=tidak-ada"], "Instansi 'tidak-ada' tidak ada"),
        (
            ["service.cases", "--instansi=kab-contoh", "--dari=31-01-2026"],
            "Tanggal '31-01-2026' tidak terbaca",
        ),
    ],
)
def test_the_command_refuses_in_a_sentence(instansi, arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("measure", *arguments)


def test_the_reference_page_is_the_catalogue(capsys):
    page = (ROOT / "docs" / "reference" / "metrics.md").read_text()
    assert page == catalogue_markdown(), "run: abdi measure --daftar --markdown > docs/reference/metrics.md"
    assert run(capsys, "--daftar", "--markdown") == page
    assert "service.lead_time.p90" in run(capsys, "--daftar")
    assert len(json.loads(run(capsys, "--daftar", "--json"))) == page.count("\n## ")
