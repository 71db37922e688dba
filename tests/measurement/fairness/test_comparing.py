"""Comparing what the ledger tells: the mix, the least n, refusals, and what a command prints."""

import json
from datetime import timedelta
from io import StringIO

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from abdi.measurement.fairness.comparing import Standing, compare
from abdi.measurement.fairness.wording import verdict
from abdi.measurement.types import Scope, Window
from abdi.organisation.placeholders import ensure_layanan, ensure_placeholder_employee, ensure_unit
from abdi.platform.errors import InputRefused
from tests.measurement.conftest import NOON

SERVICE = "queue.service"


@pytest.fixture
def counters(system, unit, rina, joko, tell):
    """Rina does the long service, Joko the short one, each a little of the other; of each the other is the quicker."""
    long, short = (
        ensure_layanan(actor=system, code=code, name=code, unit=unit) for code in ("PANJANG", "PENDEK")
    )
    chance = np.random.default_rng(5)

    def served(person, layanan, minutes, n):
        for day in range(10):
            seconds = 60 * minutes * np.exp(chance.normal(0, 0.2, n // 10))
            ids = {"employee_id": person.pk, "service_id": layanan.pk, "channel": "loket"}
            tell(SERVICE, *seconds.tolist(), at=NOON + timedelta(days=day), **ids)

    served(rina, long, 20, 180)
    served(rina, short, 4, 20)
    served(joko, long, 30, 20)
    served(joko, short, 6, 180)


def test_who_has_the_long_work_is_not_the_slow_one(counters):
    by_name = {one.scope.label: one for one in compare("queue.service.mean").standings}
    joko, rina = by_name["Joko Seumpama"], by_name["Rina Misal"]
    assert joko.differs
    assert rina.differs
    assert 10 < joko.value < 30  # half of 1.5 times, to each side
    assert -25 < rina.value < -10
    assert rina.expected > joko.expected
    assert (joko.n, joko.alone, joko.unit) == (200, 0, "persen")


def test_units_are_compared_over_services_of_one_name(system, unit, tell):
    other = ensure_unit(actor=system, code="LAIN", name="Loket Lain")
    rows = [
        (unit, "KK-1", "Kartu keluarga", 10),
        (other, "KK-2", "Kartu Keluarga", 20),
        (unit, "SKU", "Usaha", 90),
    ]
    for place, code, name, minutes in rows:
        layanan = ensure_layanan(actor=system, code=code, name=name, unit=place)
        minutes = 60 * minutes * np.exp(np.random.default_rng(2).normal(0, 0.2, 90))
        tell(SERVICE, *minutes.tolist(), unit_id=place.pk, service_id=layanan.pk, channel="loket")
    told = {one.scope.label: one for one in compare("queue.service.mean", per="unit").standings}
    assert told["Loket Lain"].value == pytest.approx((2**0.5 - 1) * 100, rel=0.1)
    assert [(one.n, one.alone, one.differs) for one in told.values()] == [(90, 90, True), (90, 0, True)]


def test_one_who_did_little_gets_no_number(counters, system, unit, tell):
    third = ensure_placeholder_employee(actor=system, external_key="Tono Seandainya", unit=unit)
    tell(SERVICE, 60, 60, 60, 60, employee_id=third.pk, channel="loket")
    (tono,) = (one for one in compare("queue.service.mean").standings if one.scope.label == "Tono Seandainya")
    assert (tono.value, tono.low, tono.high, tono.expected, tono.differs) == (None, None, None, None, False)
    assert tono.n + tono.alone == 4
    assert verdict(tono) == "terlalu sedikit untuk dibandingkan"


def test_a_kind_of_day_is_compared_with_its_like(rina, joko, tell):
    """Rina has the three crowded days, Joko the three quiet ones: nobody is beside them, so nobody is compared."""
    for number, (person, many) in enumerate(
        [(joko, 5), (joko, 6), (joko, 7), (rina, 40), (rina, 41), (rina, 42)]
    ):
        tell(
            SERVICE,
            *[60.0 * many] * many,
            at=NOON + timedelta(days=number),
            employee_id=person.pk,
            channel="loket",
        )
    told = {one.scope.label: (one.n, one.alone) for one in compare("queue.service.mean").standings}
    assert told["Joko Seumpama"] == (7, 11)  # the middle third of days is both's
    assert told["Rina Misal"] == (40, 83)


@pytest.mark.parametrize(
    ("value", "low", "unit", "words"),
    [
        (12.34, 3, "persen", "12,3 % di atas"),
        (-12.34, -20, "persen", "12,3 % di bawah"),
        (220, 150, "persen", "3,2 kali"),
        (8, 2, "poin persen", "8,0 poin di atas"),
        (12.34, -1, "persen", "tidak dapat dibedakan"),
    ],
)
def test_a_verdict_in_words(value, low, unit, words):
    high = abs(value) * 2 if value > 0 else -1
    one = Standing(Scope("petugas", "1"), value, low, high, unit, expected=1, n=50, alone=0)
    assert verdict(one).replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("metric", "options", "sentence"),
    [
        ("service.cases", {}, "tidak dapat dibandingkan"),
        ("skm.ikm", {}, "tidak dapat dibandingkan"),
        ("queue.service.mean", {"per": "kanal"}, "per petugas atau per unit"),
        ("queue.service.mean", {}, "Belum ada dua yang dapat dibandingkan"),
        ("queue.servis.mean", {}, "queue.service.mean"),
    ],
)
def test_what_cannot_be_compared_is_said(instansi, metric, options, sentence):
    with pytest.raises(InputRefused, match=sentence):
        compare(metric, **options)


def test_the_window_narrows(counters):
    told = compare("queue.service.mean", window=Window(NOON.date(), NOON.date()))
    assert [one.n + one.alone for one in told.standings] == [20, 20]


def test_the_command_tells_people_and_programs(counters):
    printed, told = StringIO(), StringIO()
    call_command("compare", "queue.service.median", instansi="kab-contoh", stdout=printed)
    assert "2 dari 2 dapat dibedakan dari yang diharapkan." in printed.getvalue()
    assert "bukan penilaian" in printed.getvalue()
    call_command("compare", "queue.service.median", instansi="kab-contoh", json=True, stdout=told)
    found = json.loads(told.getvalue())
    assert (found["metric"], found["told_apart"], found["unit"]) == ("queue.service.median", 2, "persen")
    assert [one["scope"]["label"] for one in found["standings"]] == ["Joko Seumpama", "Rina Misal"]


def test_the_command_says_what_is_wrong(instansi):
    with pytest.raises(CommandError, match="Instansi 'tidak-ada' tidak ada"):
        call_command("compare", "queue.service.mean", instansi="tidak-ada")
