"""Advice about an indicator: what is said, and what is left unsaid."""

from datetime import date

import pytest

from abdi.measurement.types import Measured, Scope, Window
from abdi.planning.models import Iki, Period, Rhk, Skp
from abdi.planning.smart import hints


def indicator(**fields):
    skp = Skp(start=date(2026, 1, 1), end=date(2026, 12, 31), period=Period(name="Tahun 2026"))
    fields = {"text": "Permohonan selesai tepat waktu", "target": 90, "satuan": "%"} | fields
    return Iki(rhk=Rhk(skp=skp, text="Hasil"), metric="service.on_time.share", **fields)


def measured(value, *, enough=True):
    return Measured(
        metric="service.on_time.share", scope=Scope(), value=value, unit="persen", n=400, low=None, high=None,
        window=Window(), engine="uji", rule_version="", digest="", enough=enough,
    )  # fmt: skip


def test_a_clear_indicator_needs_no_advice():
    assert hints(indicator(), measured(82.0)) == []


@pytest.mark.parametrize(
    ("fields", "last", "word"),
    [
        ({"text": "Laporan"}, None, "Spesifik: satu kata"),
        ({"text": "Melaksanakan pelayanan loket"}, None, "“melaksanakan” adalah kegiatan"),
        ({"target": None, "target_text": "Pelayanan baik"}, None, "Terukur"),
        ({}, 93.0, "sudah tercapai"),
        ({"arah": "turun"}, 85.0, "sudah tercapai"),
        ({}, 40.0, "lompatan sejauh itu"),
        ({"text": "Permohonan selesai 2025"}, None, "menyebut 2025"),
    ],
)
def test_advice(fields, last, word):
    (said,) = hints(indicator(**fields), None if last is None else measured(last))
    assert word in said


def test_too_few_facts_say_nothing_about_what_is_realistic():
    assert hints(indicator(), measured(99.0, enough=False)) == []
