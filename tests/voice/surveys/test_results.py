"""What released answers tell, and what they keep to themselves. Oracles are sums and fractions."""

from datetime import date
from fractions import Fraction
from statistics import stdev

import pytest
from django.utils import timezone

from abdi.organisation.actions import create_unit
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.verification.selectors import present_version, standing_of_code
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys import actions as surveys
from abdi.voice.surveys.enums import Weighing
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.publication import actions, permissions, selectors
from abdi.voice.surveys.publication.enums import Progress
from abdi.voice.surveys.publication.models import Publication
from abdi.voice.surveys.publication.papers import PUBLIKASI
from abdi.voice.surveys.publication.printing import publication_pdf
from abdi.voice.surveys.results import agency_result, hidden, officer_rates, results
from tests.pdf import text_of
from tests.voice.surveys.conftest import CONTENT, put

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 20)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: TODAY)


@pytest.fixture
def period(office) -> SurveyPeriod:
    return surveys.open_period(
        actor=office.user("sari"),
        unit=office.unit,
        first=date(2026, 4, 1),
        last=date(2026, 6, 30),
        population=60,
    )


def test_figures_with_and_without(office, period):
    put(office, 10, CONTENT)
    put(office, 6, 4, flags=["one_device", "straight_line"])
    put(office, 5, 4, flags=["straight_line"])  # content, and no suspect
    put(office, 9, 1, day=date(2026, 7, 1))  # after the period
    put(office, 9, 1, released_on=None)
    told = results(period)
    sums = {unsur: 10 * CONTENT[unsur] + 44 for unsur in UNSUR}
    expected = sum(Fraction(total, 21) for total in sums.values()) / 9 * 25
    assert (told.n, told.flagged, told.straight) == (21, 6, 11)
    assert abs(Fraction(told.index.value) - expected) <= Fraction(1, 200)
    without = sum(Fraction(10 * CONTENT[unsur] + 20, 15) for unsur in UNSUR) / 9 * 25
    assert abs(Fraction(told.without.value) - without) <= Fraction(1, 200)
    assert told.index.lowest == ("waktu",)
    means = [sum(CONTENT.values()) / 9] * 10 + [4] * 11
    half = 2.085963 * stdev(means) * 25 / 21**0.5  # t of 20 degrees of freedom, from a printed table
    assert told.index.high - float(told.index.value) == pytest.approx(half, abs=1e-3)


@pytest.mark.parametrize("n", [0, 1, 4, 5])
def test_below_five_there_is_no_number(office, period, n):
    put(office, n, 3)
    told = results(period)
    assert (told.index is None, told.n) == (n < 5, n)


def test_fewer_than_five_flagged_are_not_told_apart(office, period):
    put(office, 20, 3)
    put(office, 2, 1, flags=["burst"])
    told = results(period)
    assert told.index is not None
    assert (told.without, told.flagged) == (None, None)


HIDDEN = [
    ({"a": 9, "b": 8}, set()),
    ({"a": 9, "b": 8, "c": 2}, {"b", "c"}),  # what is missing from the whole would say what c says
    ({"a": 9, "b": 3, "c": 2}, {"b", "c"}),
    ({"a": 9, "b": 1, "c": 2}, {"a", "b", "c"}),
    ({"a": 9, "b": 0}, set()),
    ({"a": 3}, {"a"}),
]


@pytest.mark.parametrize(("counts", "expected"), HIDDEN)
def test_small_cells_cannot_be_subtracted(counts, expected):
    assert hidden(counts) == expected


def test_a_small_channel_is_suppressed_with_its_neighbour(office, period):
    put(office, 12, 3)
    put(office, 7, 4, channel="kios")
    put(office, 2, 1, channel="surat")
    shown = {cell.label: (cell.n, cell.index) for cell in results(period).channels}
    assert shown.pop("Ponsel warga sendiri")[0] == 12
    assert set(shown.values()) == {(None, None)}


def test_links_that_nobody_answers_show(desk, office, period, monkeypatch):
    put(office, 5, 3)
    for who, minted, answered in (("rina", 8, 6), ("joko", 6, 0), ("dewi", 3, 3)):
        tokens = [desk.token(who) for _one in range(minted)]
        for token in tokens[:answered]:
            desk.answer(token)
    SurveyPeriod.objects.update(last=TODAY)
    period.refresh_from_db()
    told = {name: rate.share for name, rate in officer_rates(period)}
    assert told == {"Dewi Umpama": None, "Joko Seumpama": 0.0, "Rina Misal": 0.75}
    assert results(period).rate.share == 9 / 17


def test_the_figure_of_the_instansi_is_weighed_as_chosen(office, period):
    other = create_unit(actor=system_user(), code="KEL-B", name="Kelurahan B", valid_from=date(2026, 1, 1))
    put(office, 30, 4)
    put(office, 10, 2, unit=other)
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    units, figure = agency_result(first, last, Weighing.RESPONDEN)
    assert ([cell.n for cell in units], figure) == ([10, 30], "87.50")
    assert agency_result(first, last, Weighing.UNIT)[1] == "75.00"
    assert selectors.weighing_in_use() == Weighing.RESPONDEN
    actions.choose_weighing(actor=office.user("sari"), weighing="unit")
    assert selectors.weighing_in_use() == Weighing.UNIT
    with pytest.raises(PermissionRefused):
        actions.choose_weighing(actor=office.user("dewi"), weighing="unit")


def test_two_units_of_one_name_stay_two(office, period):
    other = create_unit(actor=system_user(), code="KEL-B", name=office.unit.name, valid_from=date(2026, 1, 1))
    put(office, 30, 4)
    put(office, 10, 2, unit=other)
    units, figure = agency_result(date(2026, 1, 1), date(2026, 12, 31), Weighing.UNIT)
    assert sorted(cell.n for cell in units) == [10, 30]
    assert figure == "75.00"


def test_the_head_publishes_and_the_sheet_is_checked_by_its_code(office, period):
    put(office, 10, CONTENT)
    put(office, 3, 4, channel="kios")
    made = actions.publish(actor=office.user("dewi"), period=period)
    assert (made.version, made.content["ikm"], made.content["n"]) == (1, results(period).index.value, 13)
    assert [one["kode"] for one in made.content["unsur"]] == [f"U{n}" for n in range(1, 10)]
    assert {cell["n"] for cell in made.content["kanal"]} == {None}  # 3 and, by subtraction, 10
    issued = present_version(PUBLIKASI, made)
    assert standing_of_code(issued.code).holds
    printed = text_of(publication_pdf(made))
    for word in (
        made.content["ikm"].replace(".", ","),
        "Kelurahan Melati",
        "Dewi Umpama",
        "kurang dari 5",
        "88,31",
    ):
        assert word in printed
    put(office, 5, 1)
    assert actions.publish(actor=office.user("dewi"), period=period).version == 2
    made.refresh_from_db()
    assert made.content["n"] == 13
    assert [one.version for one in selectors.trend_of(period)] == [2]


def test_what_is_not_published(office, period):
    with pytest.raises(PolicyRefused, match="Baru 0 jawaban"):
        actions.publish(actor=office.user("dewi"), period=period)
    put(office, 5, 3)
    SurveyPeriod.objects.update(last=TODAY)
    with pytest.raises(PolicyRefused, match="baru selesai pada 20-07-2026"):
        actions.publish(actor=office.user("dewi"), period=period)


WHO = [
    ("rina", False, False, False),
    ("joko", False, False, False),
    ("dewi", True, True, True),
    ("budi", True, True, True),
    ("sari", True, True, False),
]


@pytest.mark.parametrize(("who", "sees", "plans", "publishes"), WHO)
def test_who_may_do_what(office, period, who, sees, plans, publishes):
    from abdi.organisation.models import Position

    Position.objects.filter(name="Camat").update(is_head=True)
    user = office.user(who)
    told = (
        permissions.can_see_results(user, office.unit),
        permissions.can_keep_plan(user, office.unit),
        permissions.can_publish(user, office.unit),
    )
    assert told == (sees, plans, publishes)
    assert permissions.can_see_surveys(user) is sees
    assert selectors.periods_seen(user).count() == sees


def test_the_plan_takes_up_the_lowest_unsur(office, period):
    put(office, 10, CONTENT)
    dewi, row = office.user("dewi"), {"year": 2026, "quarter": 4, "responsible": "Lurah"}
    assert selectors.proposed(results(period), []) == ["waktu"]
    made = actions.plan(actor=dewi, period=period, unsur="waktu", action="Buka dua loket pagi", **row)
    assert selectors.proposed(results(period), [made]) == []
    with pytest.raises(InputRefused, match="Tulis apa yang sudah berubah"):
        actions.tell_progress(actor=dewi, follow_up=made, progress="selesai")
    actions.tell_progress(
        actor=dewi, follow_up=made, progress="selesai", note="Dua loket buka sejak Oktober."
    )
    assert (made.progress, made.told_on) == (Progress.SELESAI, TODAY)
    for wrong in ({"unsur": "cuaca"}, {"action": " "}, {"quarter": 5}, {"responsible": ""}):
        with pytest.raises(InputRefused):
            actions.plan(
                actor=dewi, period=period, **{"unsur": "biaya", "action": "Gratiskan", **row, **wrong}
            )
    with pytest.raises(PermissionRefused):
        actions.tell_progress(actor=office.user("rina"), follow_up=made, progress="berjalan")
    assert Publication.objects.count() == 0
