"""A kelurahan with an empty lot, somebody who facilitates, somebody who builds, and days that can pass."""

import json
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from abdi.facts.selectors import current
from abdi.organisation import actions as organisation
from abdi.organisation.enums import Role
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.citizens.models import Citizen
from abdi.voice.projects import actions
from abdi.voice.projects.models import Feedback, Project, Vote
from abdi.voice.projects.tasks import release
from tests.cast import YEAR, employ

FACILITATOR, BUILDER, BUILDER_NAME = "fani-amplas", "tirta-amplas", "Tirta Ibarat"
UNIT, PROJECT = "Kelurahan Amplas", "Taman di Amplas"


def open_park_office() -> None:
    system = system_user()
    unit = organisation.create_unit(actor=system, code="AMPLAS", name=UNIT, valid_from=YEAR)
    fani = employ(unit, FACILITATOR, "Fani Umpama", "199001012015012051", "Kepala seksi pembangunan")
    employ(unit, BUILDER, BUILDER_NAME, "199102022016011052", "Pengelola taman")
    organisation.grant_role(actor=system, user=fani.user, role=Role.FASILITATOR, unit=unit, valid_from=YEAR)


def let_days_pass() -> None:
    """Nine days at once: the vote is over, accounts are old, marks are of another day."""
    span = timedelta(days=9)
    Project.objects.filter(title=PROJECT).update(vote_closes_at=F("vote_closes_at") - span)
    Citizen.objects.update(verified_at=F("verified_at") - span)
    Vote.objects.update(counts_on=timezone.localdate())
    Feedback.objects.update(given_on=timezone.localdate() - span)


def four_more_marks() -> None:
    project = Project.objects.get(title=PROJECT)
    for number in range(4):
        neighbour = Citizen(name=f"Tetangga Amplas {number}", email_digest=f"{number:064}")
        neighbour.verified_at = timezone.now()
        neighbour.save()
        actions.give_feedback(
            actor=public_user(), citizen=neighbour, project=project, score=4, words="Anak-anak senang."
        )


def release_marks() -> None:
    release.call()


def print_evidence() -> None:
    """Kinds of fact that the ledger holds of the builder."""
    builder = Employee.objects.get(user__username=BUILDER)
    print(json.dumps(sorted({one["kind"] for one in current(employees=[builder.pk])})))
