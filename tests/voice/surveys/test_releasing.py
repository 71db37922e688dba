"""Answers come to light five at a time, a whole day later, and lead back to nobody."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from abdi.facts.selectors import count_current, current
from abdi.organisation import actions as organisation
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused, PermissionRefused
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys import actions
from abdi.voice.surveys.enums import Channel
from abdi.voice.surveys.models import Response, Word
from abdi.voice.surveys.selectors import sample_needed, words_seen_by
from abdi.voice.surveys.sheets import Entry
from tests.cast import YEAR
from tests.voice.surveys.conftest import sheet

KINDS = [f"skm.{unsur}" for unsur in UNSUR]


def seen() -> Counter[int | None]:
    return Counter(Response.objects.released().values_list("employee_id", flat=True))


@pytest.mark.parametrize(
    ("number", "days_ago", "shown"), [(4, 9, 0), (5, 9, 5), (5, 2, 5), (5, 1, 0), (5, 0, 0)]
)
def test_five_of_the_same_officer_and_a_whole_day_old(desk, number, days_ago, shown):
    desk.answers(number, days_ago=days_ago)
    assert desk.release() == shown
    assert seen().total() == shown
    assert count_current(kinds=KINDS) == shown * len(UNSUR)


def test_two_officers_with_three_each_stay_hidden_until_nobody_can_tell_whose_they_are(desk):
    for who in ("rina", "joko"):
        desk.answers(3, who=who, days_ago=3)
    assert desk.release() == 0
    assert desk.release(later=13) == 6
    assert seen() == {None: 6}
    assert {row["employee_id"] for row in current(kinds=KINDS)} == {None}


def test_services_of_few_give_up_their_name_too_and_four_are_never_shown(desk):
    other = organisation.create_layanan(
        actor=system_user(), code="LEG", name="Legalisir", unit=desk.office.unit, valid_from=YEAR
    )
    desk.answers(3, days_ago=3)
    desk.answers(2, days_ago=3, layanan=other)
    assert desk.release(later=13) == 0
    assert desk.release(later=27) == 5
    assert set(Response.objects.values_list("layanan", flat=True)) == {None}
    desk.answers(4, days_ago=3)
    assert desk.release(later=400) == 0


def test_a_batch_has_one_day_so_that_no_answer_is_the_only_one_of_its_day(desk):
    for days_ago in (9, 8, 7, 6, 5):
        desk.answers(1, days_ago=days_ago)
    assert desk.release() == 5
    assert set(Response.objects.values_list("day", flat=True)) == {timezone.localdate() - timedelta(days=5)}


def test_many_answers_go_in_the_smallest_batches(desk):
    desk.answers(6, days_ago=9)
    desk.answers(6, days_ago=4)
    assert desk.release() == 12
    assert sorted(Counter(Response.objects.values_list("day", flat=True)).values()) == [5, 7]


def test_releasing_again_adds_nothing_and_only_the_clock_releases(desk):
    desk.answers(5, days_ago=3)
    with pytest.raises(PermissionRefused):
        actions.release(actor=desk.office.user("sari"), on=timezone.localdate())
    assert (desk.release(), desk.release()) == (5, 0)


def test_facts_say_how_the_answer_came_in_and_never_the_hour(desk):
    desk.answers(5, days_ago=3)
    desk.release()
    facts = current(kinds=KINDS)
    assert {row["attrs"]["flags"][0] if row["attrs"]["flags"] else "" for row in facts} == {""}
    assert {row["channel"] for row in facts} == {Channel.SENDIRI}
    assert {timezone.localtime(row["occurred_at"]).hour for row in facts} == {12}
    assert len({row["case_key"] for row in facts}) == 5


def test_words_on_an_officer_come_with_his_batch_to_him_and_his_leader_only(desk):
    desk.answers(1, days_ago=3, kind="terima_kasih", word="Sabar sekali")
    Word.objects.update(day=timezone.localdate() - timedelta(days=3))
    desk.release()
    office, word = desk.office, Word.objects.get()
    assert not words_seen_by(office.user("rina"))
    with pytest.raises(PermissionRefused):
        actions.reply(actor=office.user("rina"), word=word, text="Sama-sama")

    desk.answers(4, days_ago=3)
    desk.release()
    readers = {name for name in ("rina", "joko", "dewi", "budi", "sari") if words_seen_by(office.user(name))}
    assert readers == {"rina", "dewi"}
    for name in ("joko", "dewi", "budi", "sari"):
        with pytest.raises(PermissionRefused):
            actions.reply(actor=office.user(name), word=word, text="Bukan saya")
    with pytest.raises(InputRefused):
        actions.reply(actor=office.user("rina"), word=word, text="  ")
    assert actions.reply(actor=office.user("rina"), word=word, text="Sama-sama").reply == "Sama-sama"


def test_a_word_does_not_come_with_sheets_of_paper_whose_writers_had_no_link(desk):
    desk.answers(1, days_ago=3, kind="kritik", word="Lama sekali")
    office, day = desk.office, timezone.localdate() - timedelta(days=3)
    Word.objects.update(day=day)
    told = {
        "unit": office.unit,
        "layanan": office.layanan,
        "employee": office.rina,
        "day": day,
        "sheet": sheet(),
    }
    entries = [Entry(key=str(number), **told) for number in range(5)]
    actions.enter(actor=office.user("sari"), entries=entries, source="kertas")
    assert desk.release() == 5
    assert Word.objects.get().released_on is None


def test_paper_and_other_surveys_go_the_same_way_once(desk):
    office, day = desk.office, timezone.localdate() - timedelta(days=4)
    entries = [
        Entry(key=str(number), unit=office.unit, layanan=office.layanan, day=day, sheet=sheet())
        for number in range(5)
    ]
    blank = Entry(
        key="5", unit=office.unit, layanan=office.layanan, day=day, sheet=sheet(answers={"biaya": 4})
    )
    sari = office.user("sari")
    assert actions.enter(actor=sari, entries=[*entries, blank], source="kertas") == 6
    assert actions.enter(actor=sari, entries=entries, source="kertas") == 0
    with pytest.raises(PermissionRefused):
        actions.enter(actor=office.user("dewi"), entries=entries, source="kertas")
    tomorrow = timezone.localdate() + timedelta(days=1)
    late = Entry(key="6", unit=office.unit, layanan=office.layanan, day=tomorrow, sheet=sheet())
    with pytest.raises(InputRefused, match="belum tiba"):
        actions.enter(actor=sari, entries=[late], source="kertas")
    assert desk.release() == 6
    assert count_current(kinds=KINDS) == 5 * 9 + 1


def test_periods_stand_alone_and_say_how_many_are_needed(desk):
    unit, sari, first = desk.office.unit, desk.office.user("sari"), timezone.localdate()
    told = {"unit": unit, "first": first, "last": first + timedelta(days=30)}
    period = actions.open_period(actor=sari, population=200, **told)
    assert sample_needed(period) == 132  # the table of the annex
    with pytest.raises(InputRefused, match="Bertumpang tindih"):
        actions.open_period(actor=sari, population=200, **told)
    with pytest.raises(InputRefused):
        actions.open_period(actor=sari, population=0, **told | {"layanan": desk.office.layanan})
    with pytest.raises(InputRefused, match="sebelum hari pertama"):
        actions.change_period(
            actor=sari, period=period, first=first, last=first - timedelta(days=1), population=9
        )
    with pytest.raises(PermissionRefused):
        actions.open_period(actor=desk.office.user("dewi"), population=200, **told)
