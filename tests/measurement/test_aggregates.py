"""Every aggregate of the engine against plain Python, over any facts at all."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abdi.facts.selectors import Ledger
from abdi.measurement.backends import duckdb
from abdi.measurement.engine import answers
from abdi.measurement.looking import look
from abdi.measurement.question import ask
from abdi.measurement.types import ALWAYS
from tests.measurement import oracle

MARCH = datetime(2026, 3, 2, tzinfo=UTC)
SCHEMA = pa.schema(
    [
        ("id", pa.int64()),
        ("kind", pa.string()),
        ("occurred_at", pa.timestamp("us", tz="UTC")),
        ("unit_id", pa.int64()),
        ("service_id", pa.int64()),
        ("employee_id", pa.int64()),
        ("channel", pa.string()),
        ("case_key", pa.string()),
        ("value", pa.float64()),
        ("source", pa.string()),
        ("source_key", pa.string()),
        ("rule_version", pa.string()),
    ]
)
WAIT = ("queue.wait.mean", "queue.wait.median", "queue.wait.p90")
ANYTHING = [*WAIT, "queue.wait.ratio", "queue.service.hours", "service.cases", "service.on_time.share"]

seconds = st.one_of(
    st.none(),
    st.sampled_from([0.0, 60.0, 60.0, 90.0]),  # ties
    st.floats(0, 1e7, allow_nan=False).map(lambda value: round(value, 3)),
)
answers_1_to_4 = st.lists(
    st.dictionaries(st.sampled_from(["waktu", "biaya", "sarana"]), st.integers(1, 4), min_size=1),
    min_size=1,
    max_size=12,
)


@pytest.fixture
def engine_for(instansi):
    """Puts facts (kind, channel, value, case) before a real engine and asks it."""

    def run(rows, metrics, per=None):
        table = pa.Table.from_pylist(
            [
                {
                    "id": number,
                    "kind": kind,
                    "occurred_at": MARCH,
                    "unit_id": 1,
                    "channel": channel,
                    "case_key": case,
                    "value": value,
                    "source": "uji",
                    "source_key": str(number),
                    "rule_version": "",
                }
                for number, (kind, channel, value, case) in enumerate(rows, start=1)
            ],
            schema=SCHEMA,
        )
        zone = ZoneInfo("Asia/Jakarta")
        question = ask(metrics, per=per, by_month=False, window=ALWAYS, only=None, zone=zone)
        with duckdb.connect() as engine:
            sources = duckdb.load(engine, Ledger([], table, pa.array([], pa.int64())))
            return {one.metric: one for one in answers(question, look(engine, sources, question))}

    return run


COMMON = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@COMMON
@given(st.lists(seconds, max_size=45))
def test_mean_median_and_p90(engine_for, values):
    found = engine_for([("queue.wait", "", value, "") for value in values], WAIT)
    known = [value / 60 for value in values if value is not None]
    for metric, expected in zip(
        WAIT, (oracle.fmean, oracle.median, lambda v: oracle.quantile(v, 0.9)), strict=True
    ):
        one = found[metric]
        assert one.n == len(known)
        if known:
            assert one.value == pytest.approx(expected(known), rel=1e-9, abs=1e-9)
            assert one.low is None or one.low <= one.value + 1e-9
            assert one.high is None or one.high >= one.value - 1e-9
        else:
            assert (one.value, one.low, one.high) == (None, None, None)


@COMMON
@given(st.lists(seconds, min_size=2, max_size=60))
def test_bounds_of_a_percentile_are_values_that_were_observed(engine_for, values):
    found = engine_for([("queue.wait", "", value, "") for value in values], ["queue.wait.median"])
    observed = sorted(value / 60 for value in values if value is not None)
    one = found["queue.wait.median"]
    for bound in (one.low, one.high):
        assert bound is None or any(bound == pytest.approx(value) for value in observed)
    assert (one.low is None) == (len(observed) < 6)


@COMMON
@given(st.lists(st.sampled_from([0.0, 1.0]), min_size=1, max_size=60))
def test_share(engine_for, values):
    one = engine_for([("service.on_time", "", v, "") for v in values], ["service.on_time.share"])[
        "service.on_time.share"
    ]
    assert one.value == pytest.approx(oracle.share(values))
    assert one.n == len(values)
    assert 0 <= one.low <= one.value <= one.high <= 100


@COMMON
@given(st.lists(seconds, max_size=20), st.lists(seconds, max_size=20))
def test_count_sum_and_ratio(engine_for, waits, services):
    rows = [("queue.wait", "", v, "") for v in waits] + [("queue.service", "", v, "") for v in services]
    found = engine_for(rows, ["queue.wait.ratio", "queue.service.hours"])
    waited, served = (sum(v for v in values if v is not None) for values in (waits, services))
    assert found["queue.service.hours"].value == pytest.approx(served / 3600)
    expected = waited / served if served and any(v is not None for v in waits) else None
    assert found["queue.wait.ratio"].value == pytest.approx(expected)


@COMMON
@given(answers_1_to_4)
def test_ikm_and_its_elements(engine_for, responses):
    rows = [
        (f"skm.{unsur}", "", float(answer), f"r{number}")
        for number, row in enumerate(responses)
        for unsur, answer in row.items()
    ]
    found = engine_for(rows, ["skm.ikm", "skm.responses", "skm.waktu"])
    assert found["skm.ikm"].value == oracle.ikm(responses)
    assert found["skm.ikm"].n == found["skm.responses"].n == found["skm.responses"].value == len(responses)
    times = [row["waktu"] for row in responses if "waktu" in row]
    assert found["skm.waktu"].value == (pytest.approx(oracle.fmean(times)) if times else None)


def test_the_spread_of_the_ikm_is_that_between_respondents(engine_for):
    responses = [{"waktu": 4, "biaya": 4}, {"waktu": 3, "biaya": 2}, {"waktu": 2, "biaya": 1}]
    rows = [
        (f"skm.{unsur}", "", float(answer), f"r{number}")
        for number, row in enumerate(responses)
        for unsur, answer in row.items()
    ]
    one = engine_for(rows, ["skm.ikm"])["skm.ikm"]
    half = 4.302653 * oracle.stdev([4.0, 2.5, 1.5]) * 25 / 3**0.5
    assert one.high - one.value == pytest.approx(half, rel=1e-6)
    assert one.value - one.low == pytest.approx(half, rel=1e-6)


@pytest.mark.parametrize("metric", ANYTHING)
def test_nothing_happened(engine_for, metric):
    one = engine_for([], [metric])[metric]
    assert one.n == 0
    assert one.value in (None, 0)
    assert (one.low, one.high) == (None, None)


@pytest.mark.parametrize("metric", WAIT)
def test_one_fact_is_its_own_number_without_an_interval(engine_for, metric):
    one = engine_for([("queue.wait", "", 90.0, "")], [metric])[metric]
    assert (one.value, one.n, one.low, one.high) == (1.5, 1, None, None)
    assert not one.enough


@COMMON
@given(st.lists(seconds, min_size=1, max_size=20))
def test_the_digest_is_that_of_the_facts(engine_for, values):
    one = engine_for([("queue.wait", "", v, "") for v in values], ["queue.wait.mean"])["queue.wait.mean"]
    facts = [("queue.wait", number, value) for number, value in enumerate(values, start=1)]
    assert one.digest == oracle.digest(facts)


def test_counts_have_no_interval(engine_for):
    one = engine_for([("service.completed", "", 60.0, "a")] * 7, ["service.cases"])["service.cases"]
    assert (one.value, one.n, one.low, one.high, one.enough) == (7.0, 7, None, None, True)


def test_a_huge_value_measures_like_any_other(engine_for):
    one = engine_for([("queue.wait", "", 1e300, "")], ["queue.wait.mean"])["queue.wait.mean"]
    assert one.value == pytest.approx(1e300 / 60)
