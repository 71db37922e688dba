"""The organisation's predikat: who decides it, whom it counts for, and that people wait for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from abdi.evaluation import actions as judging
from abdi.evaluation.enums import PredikatOrganisasi, Rating
from abdi.evaluation.evidence import organisation_suggests
from abdi.evaluation.models import Evaluation
from abdi.evaluation.organisation_result.actions import decide_organisation_result
from abdi.evaluation.organisation_result.models import OrganisationResult
from abdi.evaluation.organisation_result.permissions import can_decide_result, can_see_result
from abdi.evaluation.organisation_result.selectors import result_for, units_covered
from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.organisation.law.models import ParameterSetting
from abdi.organisation.law.selectors import forget_settings
from abdi.organisation.models import Position
from abdi.planning.models import Skp
from abdi.platform.accounts.models import system_user
from abdi.platform.audit.models import AuditEntry
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.platform.notifications.models import Notice
from tests import cast


def decide(office, who="sari", unit=None, predikat=PredikatOrganisasi.BAIK, reason="Tercapai.", period=None):
    return decide_organisation_result(
        actor=office.user(who),
        unit=unit or office.unit,
        period=period or office.quarter,
        predikat=predikat,
        reason=reason,
    )


def below(office, code="SEKSI", parent=None):
    return organisation.create_unit(
        actor=system_user(),
        code=code,
        name=f"Seksi {code}",
        parent=parent or office.unit,
        valid_from=cast.YEAR,
    )


@pytest.mark.parametrize(
    ("who", "highest", "unit_below"),
    [
        ("rina", False, False),
        ("joko", False, False),
        ("dewi", False, True),  # leads the highest unit: never her own, always those below it
        ("budi", False, False),
        ("sari", True, False),  # admin of all: only where nobody leads above
    ],
)
def test_the_leader_above_decides(office, who, highest, unit_below):
    section = below(office)
    assert can_decide_result(office.user(who), office.unit) == highest
    assert can_decide_result(office.user(who), section) == unit_below


@pytest.mark.parametrize(("who", "sees"), [("rina", False), ("dewi", True), ("sari", True), ("budi", False)])
def test_leaders_and_the_trusted_see(office, who, sees):
    assert can_see_result(office.user(who), office.unit) == sees


def test_a_leader_does_not_enter_his_own_result_whatever_his_role(office):
    organisation.grant_role(
        actor=system_user(), user=office.user("dewi"), role=Role.PIMPINAN, valid_from=cast.YEAR
    )
    with pytest.raises(PermissionRefused, match="dipimpinnya sendiri"):
        decide(office, "dewi")


def test_the_admin_of_the_highest_unit_alone_does_not_enter_its_result(office):
    organisation.grant_role(
        actor=system_user(), user=office.user("rina"), role=Role.ADMIN, valid_from=cast.YEAR, unit=office.unit
    )
    with pytest.raises(PermissionRefused, match="pimpinan instansi"):
        decide(office, "rina")


def test_the_nearest_result_counts(office):
    section = below(office)
    corner = below(office, "POJOK", section)
    assert result_for(corner, office.quarter) == result_for(office.unit, office.quarter)
    own = decide(office, "dewi", section, PredikatOrganisasi.KURANG)
    assert result_for(corner, office.quarter) == own
    assert units_covered(office.unit, office.quarter) == {office.unit.pk}
    assert units_covered(section, office.quarter) == {section.pk, corner.pk}
    assert result_for(section, office.year) is None


def test_a_correction_keeps_what_stood_before(office):
    decide(office, predikat=PredikatOrganisasi.KURANG, reason="Dua rencana aksi ternyata belum mulai.")
    assert OrganisationResult.objects.get().predikat == PredikatOrganisasi.KURANG
    entry = AuditEntry.objects.filter(tag="evaluation:organisation:decide").latest("pk")
    assert (entry.data["before"], entry.data["predikat"]) == ("baik", "kurang")
    assert Notice.objects.filter(recipient=office.user("dewi"), kind="evaluation:organisation").count() == 2


def test_what_is_refused(office):
    with pytest.raises(InputRefused, match="alasannya"):
        decide(office, reason=" ")
    with pytest.raises(InputRefused, match="Pilih salah satu"):
        decide(office, predikat="hebat")
    office.year.end = timezone.localdate() + timedelta(days=1)
    with pytest.raises(PolicyRefused, match="baru berakhir"):
        decide(office, period=office.year)


@pytest.fixture
def rated(office):
    skp = cast.agreed_skp(office)
    evaluation = judging.open_evaluation(actor=office.user("dewi"), skp=skp, period=office.quarter)
    return judging.give_ratings(
        actor=office.user("dewi"), evaluation=evaluation, hasil=Rating.SESUAI, perilaku=Rating.SESUAI
    )


def test_people_wait_for_their_organisation(office, rated):
    OrganisationResult.objects.all().delete()
    with pytest.raises(PolicyRefused, match=r"Capaian organisasi Kelurahan Melati .* belum ditetapkan"):
        judging.decide_predikat(actor=office.user("dewi"), evaluation=rated)
    decide(office, predikat=PredikatOrganisasi.ISTIMEWA)
    judging.decide_predikat(actor=office.user("dewi"), evaluation=rated)
    assert rated.predikat_organisasi == PredikatOrganisasi.ISTIMEWA
    assert rated.snapshot["predikat_organisasi"] == "Istimewa"
    with pytest.raises(PolicyRefused, match="Predikat 1 pegawai"):
        decide(office)


def test_an_instansi_may_relax_the_order(office, rated):
    OrganisationResult.objects.all().delete()
    # set before the quarter ended; by the action that is possible from today on
    ParameterSetting(
        path="kinerja/organisasi_dahulu",
        value=False,
        since=cast.YEAR,
        reason="Capaian organisasi ditetapkan di sistem lain.",
        set_by=office.user("sari"),
    ).save()
    forget_settings()
    judging.decide_predikat(actor=office.user("dewi"), evaluation=rated)
    assert (rated.predikat, rated.predikat_organisasi) == ("baik", "")


@pytest.mark.parametrize(
    ("predikat", "is_head", "says"),
    [("istimewa", True, Rating.DI_ATAS), ("kurang", True, Rating.DI_BAWAH), ("istimewa", False, None)],
)
def test_only_a_units_leader_is_read_from_its_result(office, predikat, is_head, says):
    position = Position.objects.filter(unit=office.unit, is_head=is_head).first()
    one = Evaluation(skp=Skp(position=position), period=office.quarter)
    result = OrganisationResult(unit=office.unit, period=office.quarter, predikat=predikat)
    assert organisation_suggests(one, result) == says
    assert organisation_suggests(one, None) is None
