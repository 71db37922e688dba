"""Rencana aksi: per result and quarter, and on paper."""

import pytest

from abdi.activity.progress.models import ActionLine
from abdi.activity.progress.rencana_aksi import actions
from abdi.activity.progress.rencana_aksi.printing import rencana_aksi_pdf
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from tests.pdf import text_of

TARGETS = {1: "Rancangan panduan", 2: "Panduan terbit", 3: "", 4: " "}


@pytest.fixture
def line(office, skp):
    rhk = skp.rhk.get()
    return actions.add_action(
        actor=office.user("rina"),
        rhk=rhk,
        iki=rhk.iki.last(),
        text="Menulis ulang panduan loket",
        targets=TARGETS,
        evidence_wanted="Panduan bertanda tangan",
    )


def test_only_quarters_with_a_target_are_kept_and_reported(office, line):
    assert [row.quarter for row in line.quarters.all()] == [1, 2]
    report = {"line": line, "realisation": "Rancangan dibahas", "note": "Menunggu bagian hukum"}
    actions.report_action(actor=office.user("rina"), quarter=1, **report)
    with pytest.raises(InputRefused, match="tidak punya target"):
        actions.report_action(actor=office.user("rina"), quarter=3, **report)
    for who in ("dewi", "joko"):
        with pytest.raises(PermissionRefused):
            actions.report_action(actor=office.user(who), quarter=1, **report)
    with pytest.raises(PolicyRefused, match="sudah punya realisasi"):
        actions.remove_action(actor=office.user("rina"), line=line)
    words = text_of(rencana_aksi_pdf(line.rhk.skp))
    for said in ("Menulis ulang panduan loket", "Rancangan dibahas", "Panduan terbit", "Rina Misal"):
        assert said in words


def test_a_plan_without_a_target_and_a_strangers_plan_are_refused(office, skp):
    given = {"rhk": skp.rhk.get(), "text": "Rapat"}
    with pytest.raises(InputRefused, match="satu triwulan"):
        actions.add_action(actor=office.user("rina"), targets={1: " "}, **given)
    with pytest.raises(PermissionRefused):
        actions.add_action(actor=office.user("joko"), targets={1: "Sekali"}, **given)
    assert not ActionLine.objects.exists()


def test_what_was_only_planned_can_be_taken_back(office, line):
    actions.remove_action(actor=office.user("rina"), line=line)
    assert not ActionLine.objects.exists()
