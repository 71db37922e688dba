"""A kelurahan that asks before it decides: one topic that is open, and an official who answers."""

from datetime import timedelta

from django.utils import timezone

from abdi.organisation import actions as organisation
from abdi.organisation.enums import JenisJabatan, Role
from abdi.platform.accounts.models import system_user
from abdi.platform.citizens.models import SignInCode
from abdi.voice.consultation import actions
from tests.cast import YEAR, employ

OFFICIAL, UNIT, TOPIC = "wulan-penghubung", "Kelurahan Dahlia", "Lampu untuk dua puluh gang"


def open_consulted_office() -> None:
    system, today = system_user(), timezone.localdate()
    unit = organisation.create_unit(actor=system, code="DAHLIA", name=UNIT, valid_from=YEAR)
    official = employ(
        unit, OFFICIAL, "Wulan Misal", "198806072013012041", "Kepala seksi", JenisJabatan.PENGAWAS
    )
    organisation.grant_role(
        actor=system, user=official.user, role=Role.PENGHUBUNG, unit=unit, valid_from=YEAR
    )
    topic = actions.draft_topic(
        actor=system,
        unit=unit,
        title=TOPIC,
        question="Gang mana yang paling membutuhkan lampu?",
        background="Anggaran tahun depan cukup untuk dua puluh lampu.",
        opens=today,
        closes=today + timedelta(days=14),
        answers_due=today + timedelta(days=28),
    )
    actions.publish_topic(actor=system, topic=topic)


def print_last_code() -> None:
    """As it stands in the letter."""
    print(SignInCode.objects.order_by("asked_at").last().code)
