"""What an evaluation rests on cannot be taken away."""

import pytest

from abdi.evaluation import actions as evaluation
from abdi.planning import actions
from abdi.planning.models import Iki
from abdi.platform.errors import InputRefused, PolicyRefused
from tests import cast


def test_an_indicator_with_a_realisation_stays(office):
    skp = cast.agreed_skp(office)
    opened = evaluation.open_evaluation(actor=office.user("rina"), skp=skp, period=office.quarter)
    iki = Iki.objects.get(rhk__skp=skp, metric="")
    evaluation.report_realisation(
        actor=office.user("rina"), evaluation=opened, iki=iki, value=2, evidence="Nota dinas 12"
    )
    actions.reopen_skp(actor=office.user("dewi"), skp=skp, ground="prioritas", reason="Prioritas berubah")
    with pytest.raises(PolicyRefused, match="tidak dapat dihapus"):
        actions.remove_iki(actor=office.user("rina"), iki=iki)
    assert Iki.objects.filter(pk=iki.pk).exists()


def test_a_year_before_the_form_existed_has_no_such_skp(office):
    from datetime import date

    from abdi.planning.enums import PeriodKind
    from abdi.platform.accounts.models import system_user

    year = actions.open_period(
        actor=system_user(),
        name="Tahun 2011",
        kind=PeriodKind.TAHUNAN,
        start=date(2011, 1, 1),
        end=date(2011, 12, 31),
        filing_deadline=date(2011, 12, 31),
        assessor_deadline=date(2011, 12, 31),
    )
    with pytest.raises(InputRefused, match="belum berlaku"):
        actions.draft_skp(actor=office.user("rina"), employee=office.rina, period=year)
