"""Setting hours: who may, from when, and what stays of what was before."""

from datetime import timedelta

import pytest
from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused, PermissionRefused
from abdi.services.hours import actions
from abdi.services.hours.models import Schedule, SpecialDay
from tests.cast import YEAR

DAY = timedelta(days=1)
WEEK = {"senin": [["08:00", "12:00"]]}


def test_a_week_ends_the_one_before_and_yields_to_the_one_after(office):
    sari, unit, today = office.user("sari"), office.unit, timezone.localdate()
    now = actions.set_schedule(actor=sari, unit=unit, hours=WEEK, valid_from=today)
    later = actions.set_schedule(actor=sari, unit=unit, hours=WEEK, valid_from=today + 30 * DAY)
    between = actions.set_schedule(actor=sari, unit=unit, hours=WEEK, valid_from=today + 10 * DAY, cut_off=15)
    again = actions.set_schedule(actor=sari, unit=unit, hours=WEEK, valid_from=today + 10 * DAY, cut_off=30)
    assert between == again
    spans = list(Schedule.objects.order_by("valid_from").values_list("pk", "valid_until"))
    assert spans == [(now.pk, today + 9 * DAY), (between.pk, today + 29 * DAY), (later.pk, None)]
    assert actions.end_schedule(actor=sari, schedule=later, valid_until=today + 40 * DAY).valid_until


def test_a_day_of_its_own_and_back(office):
    sari, unit, today = office.user("sari"), office.unit, timezone.localdate()
    given = {"actor": sari, "unit": unit, "day": today + DAY}
    actions.set_special_day(**given, hours=[], reason="Rapat")
    day = actions.set_special_day(**given, hours=[["08:00", "10:00"]], reason="Rapat pagi")
    assert SpecialDay.objects.get().reason == "Rapat pagi"
    actions.clear_special_day(actor=sari, special_day=day)
    assert not SpecialDay.objects.exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"day": timedelta(-1)}, "sudah lewat"),
        ({"hours": [["12:00", "08:00"]]}, "tumpang tindih"),
        ({"hours": [["8 pagi", "9"]]}, "tidak terbaca"),
        ({"reason": " "}, "sebabnya"),
        ({"layanan": "elsewhere"}, "unit lain"),
    ],
)
def test_refused(office, changed, words):
    given = {"hours": [], "reason": "Rapat", "layanan": None, "day": DAY} | changed
    given["day"] += timezone.localdate()
    if given["layanan"]:
        other = organisation.create_unit(actor=system_user(), code="LAIN", name="Lain", valid_from=YEAR)
        given["layanan"] = organisation.create_layanan(
            actor=system_user(), code="X", name="X", unit=other, valid_from=YEAR
        )
    with pytest.raises(InputRefused, match=words):
        actions.set_special_day(actor=office.user("sari"), unit=office.unit, **given)
    assert not SpecialDay.objects.exists()


def test_only_the_admin_of_the_unit(office):
    for who in ("rina", "dewi", "budi"):
        with pytest.raises(PermissionRefused):
            actions.set_schedule(
                actor=office.user(who), unit=office.unit, hours=WEEK, valid_from=timezone.localdate()
            )
