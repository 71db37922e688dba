"""A whole team's judgements opened at once: the same numbers as one by one, and all of them or none."""

import pytest

from abdi.evaluation import actions
from abdi.evaluation.models import Evaluation
from abdi.measurement.backends import duckdb
from abdi.planning import actions as planning
from abdi.platform.errors import PermissionRefused, PolicyRefused
from tests import cast
from tests.evaluation.test_actions import serve

MEASURED = {"text": "Selesai tepat waktu", "target": "90", "satuan": "%", "metric": "service.on_time.share"}


@pytest.fixture
def plans(office):
    """Rina's and Joko's, each measured by the same metric over their own facts."""
    joko = office.user("joko")
    his = planning.draft_skp(actor=joko, employee=office.joko, period=office.year)
    rhk = planning.add_rhk(actor=joko, skp=his, text="Permohonan warga selesai sesuai standar")
    planning.add_iki(actor=joko, rhk=rhk, fields=MEASURED)
    planning.submit_skp(actor=joko, skp=his)
    return [cast.agreed_skp(office), planning.agree_skp(actor=office.user("dewi"), skp=his)]


def test_each_gets_his_own_numbers_from_two_looks_at_the_ledger(office, plans, monkeypatch):
    looks, connect = [], duckdb.connect
    monkeypatch.setattr(duckdb, "connect", lambda: looks.append(1) or connect())
    serve(office, office.rina, on_time=97, late=3)
    serve(office, office.joko, on_time=8, late=2)
    opened = actions.open_evaluations(actor=office.user("dewi"), plans=plans, period=office.quarter)
    found = {one.skp.employee: one.realisations.get() for one in opened}
    assert [(found[who].value, found[who].n) for who in (office.rina, office.joko)] == [
        (97.0, 100),
        (80.0, 10),
    ]
    assert found[office.joko].lineage["tren"] == [{"bulan": "2026-07", "nilai": 80.0, "n": 10}]
    assert len(looks) == 2  # the period, and the months before its end


def test_nothing_is_opened_when_one_is_refused(office, plans):
    actions.open_evaluation(actor=office.user("dewi"), skp=plans[1], period=office.quarter)
    planning.reopen_skp(
        actor=office.user("dewi"), skp=plans[1], ground="prioritas", reason="Prioritas berubah"
    )
    with pytest.raises(PolicyRefused):
        actions.open_evaluations(actor=office.user("dewi"), plans=plans, period=office.quarter)
    with pytest.raises(PermissionRefused):
        actions.open_evaluations(actor=office.user("joko"), plans=plans, period=office.quarter)
    assert Evaluation.objects.get().skp == plans[1]
