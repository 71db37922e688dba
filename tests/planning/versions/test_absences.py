"""PP 30/2019 Ps 23: who has no SKP; Ps 43–44: who is assessed from elsewhere."""

from datetime import date

import pytest

from abdi.planning import actions
from abdi.planning.selectors import without_skp
from abdi.planning.versions.actions import end_absence, note_absence
from abdi.planning.versions.enums import WITHOUT_SKP, AbsenceKind
from abdi.planning.versions.policies import who_assesses
from abdi.planning.versions.selectors import absence_of
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)


def away(office, kind=AbsenceKind.CLTN, who="sari", **changes):
    about = {"employee": office.rina, "kind": kind, "start": FIRST, "end": LAST, "dasar": "SK 5/2026"}
    return note_absence(actor=office.user(who), **about | changes)


@pytest.mark.parametrize("kind", AbsenceKind)
def test_who_draws_up_an_skp(office, kind):
    absence = away(office, kind)
    draft = {"actor": office.user("rina"), "employee": office.rina, "period": office.year}
    if kind in WITHOUT_SKP:
        assert "Ps 23" in who_assesses(absence)
        with pytest.raises(PolicyRefused, match="sampai 31-03-2026"):
            actions.draft_skp(**draft)
        assert actions.draft_skp(**draft, start=date(2026, 4, 1)).start == date(2026, 4, 1)
    else:
        assert "Ps 4" in who_assesses(absence)
        assert actions.draft_skp(**draft).start == FIRST


@pytest.mark.parametrize("kind", AbsenceKind)
def test_whose_plan_the_leader_waits_for(office, kind):
    away(office, kind)
    waits = kind not in WITHOUT_SKP
    assert (office.rina in without_skp(office.dewi, LAST)) is waits
    assert office.rina in without_skp(office.dewi, date(2026, 4, 1))


def test_one_without_an_end_lasts_until_it_is_ended(office):
    absence = away(office, end=None)
    assert absence_of(office.rina, date(2026, 12, 31)) == absence
    end_absence(actor=office.user("sari"), absence=absence, last_day=LAST)
    assert absence_of(office.rina, date(2026, 4, 1)) is None
    with pytest.raises(InputRefused, match="berakhir lebih dahulu"):
        end_absence(actor=office.user("sari"), absence=absence, last_day=date(2026, 5, 1))


@pytest.mark.parametrize(("who", "may"), [("sari", True), ("rina", False), ("joko", False), ("dewi", False)])
def test_nobody_excuses_himself(office, who, may):
    if may:
        assert away(office, who=who).employee == office.rina
    else:
        with pytest.raises(PermissionRefused, match="bukan oleh yang bersangkutan"):
            away(office, who=who)
