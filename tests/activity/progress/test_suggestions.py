"""Progress filled beforehand: what the ledger says of a day, confirmed once, and marked when it is corrected."""

from datetime import timedelta

import pytest

from abdi.activity.progress import actions
from abdi.activity.progress.enums import EntrySource, EntryStatus
from abdi.activity.progress.models import Entry
from abdi.activity.progress.selectors import changed_behind
from abdi.activity.progress.suggestions import suggestions
from abdi.facts.actions import supersede_fact
from abdi.organisation.actions import create_layanan
from abdi.planning import actions as planning
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import PermissionRefused, PolicyRefused
from tests import cast
from tests.activity.progress.conftest import DAY

SAID = "Melayani 14 berkas Perubahan kartu keluarga sampai selesai, 13 dari 14 dalam waktunya"


@pytest.fixture
def confirm(office, skp):
    def one(suggestion, who="rina"):
        return actions.confirm_suggestion(
            actor=office.user(who),
            employee=office.rina,
            day=DAY,
            topic=suggestion.topic,
            digest=suggestion.digest,
        )

    return one


def test_a_day_at_the_counter_is_one_sentence_bound_to_its_result(office, skp, served):
    served(14, on_time=13)
    (one,) = suggestions(office.rina, DAY)
    assert (one.text, one.amount, one.satuan) == (SAID, 14, "berkas")
    assert one.rhk == skp.rhk.get()  # the only result measured by these facts
    assert suggestions(office.rina, DAY + timedelta(days=1)) == []
    assert suggestions(office.joko, DAY) == []


def test_two_results_read_the_kind_so_that_the_employee_chooses(office, served):
    skp = cast.skp_with_indicators(office)
    second = planning.add_rhk(actor=office.user("rina"), skp=skp, text="Loket tepat waktu")
    fields = {"text": "Tepat", "target": "80", "satuan": "%", "metric": "service.on_time.share"}
    planning.add_iki(actor=office.user("rina"), rhk=second, fields=fields)
    served(2, on_time=2)
    assert suggestions(office.rina, DAY)[0].rhk is None


def test_one_tap_makes_the_entry_and_a_second_changes_nothing(office, served, confirm):
    served(14, on_time=13)
    (one,) = suggestions(office.rina, DAY)
    entry = confirm(one)
    assert (entry.text, entry.source, entry.status) == (SAID, EntrySource.FAKTA, EntryStatus.DIISI)
    assert len(entry.fact_ids) == 28
    assert confirm(one).pk == entry.pk
    assert suggestions(office.rina, DAY) == []
    with pytest.raises(PermissionRefused):
        confirm(one, who="dewi")


def test_more_facts_the_same_day_bring_the_entry_up_to_date(office, served, confirm):
    served(2, on_time=2)
    (seen,) = suggestions(office.rina, DAY)
    entry = confirm(seen)
    served(3, on_time=1, told="siang")
    (more,) = suggestions(office.rina, DAY)
    with pytest.raises(PolicyRefused, match="berubah sejak halaman ini dibuka"):
        confirm(seen)
    assert confirm(more).pk == entry.pk
    entry.refresh_from_db()
    assert entry.amount == 5
    actions.approve_many(actor=office.user("dewi"), entries=[entry])
    served(1, on_time=1, told="sore")
    assert suggestions(office.rina, DAY) == []  # approved: it is marked, not changed


def test_a_corrected_fact_shows_as_a_mark(office, served, confirm):
    served(2, on_time=2)
    entry = confirm(suggestions(office.rina, DAY)[0])
    other = actions.enter_progress(actor=office.user("rina"), employee=office.rina, day=DAY, text="Rapat")
    assert changed_behind([entry, other]) == set()
    supersede_fact(actor=system_user(), fact_id=entry.fact_ids[-1], value=0.0, reason="Jam mesin keliru")
    assert changed_behind([entry, other]) == {entry.pk}


def test_what_one_did_for_each_layanan_is_told_apart(office, skp, served):
    served(2, on_time=2)
    first = office.layanan
    office.layanan = create_layanan(
        actor=system_user(), code="KTP", name="KTP-el", unit=office.unit, valid_from=cast.YEAR
    )
    served(1, on_time=0, told="ktp")
    office.layanan = first
    found = suggestions(office.rina, DAY)
    assert [one.amount for one in found] == [2, 1]
    assert found[1].text == "Melayani 1 berkas KTP-el sampai selesai, 0 dari 1 dalam waktunya"
    whole = {"actor": office.user("rina"), "employee": office.rina, "day": DAY}
    seen = {one.topic: one.digest for one in found}
    with pytest.raises(PolicyRefused):
        actions.confirm_day(seen=seen | {found[1].topic: "lain"}, **whole)
    assert not Entry.objects.exists()  # all of what was seen, or nothing
    assert len(actions.confirm_day(seen=seen, **whole)) == 2


def test_a_withdrawn_confirmation_may_be_made_again(office, served, confirm):
    served(1, on_time=1)
    (one,) = suggestions(office.rina, DAY)
    actions.withdraw_progress(actor=office.user("rina"), entry=confirm(one))
    (again,) = suggestions(office.rina, DAY)
    assert confirm(again).status == EntryStatus.DIISI
