"""What each process of test_processes does."""

from datetime import timedelta
from decimal import Decimal

from abdi.organisation import actions as organisation
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.citizens.models import Citizen
from abdi.platform.errors import InputRefused
from abdi.platform.files.models import StoredFile
from abdi.voice.projects import actions
from abdi.voice.projects.enums import Phase
from abdi.voice.projects.models import Alternative, Project, Vote
from bench import crowd


def open_ballot() -> None:
    """Two designs, a week to choose, and one citizen."""
    with crowd.example():
        system = system_user()
        unit = organisation.create_unit(
            actor=system, code="TAMAN", name="Kelurahan Taman", valid_from=crowd.NINE.date()
        )
        file = StoredFile(sha256="0" * 64, size=1, content_type="image/jpeg", name="a.jpg", owner=system)
        file.save()
        park = Project(unit=unit, title="Taman", summary="Teduh", place="RW 03", budget=Decimal(9))
        park.phase, park.vote_closes_at = Phase.RANCANGAN, crowd.NINE + timedelta(days=7)
        park.save()
        for number in (1, 2):
            one = Alternative(project=park, round=1, number=number, title=f"R{number}", text="–", cost=1)
            one.picture, one.caption = file, "Denah"
            one.save()
        Citizen(name="Warga Andai", verified_at=crowd.NINE - timedelta(days=30)).save()


def vote(number: int) -> None:
    """For the design of that number; who has voted already is told so."""
    with crowd.example():
        park = Project.objects.get()
        picked = park.alternatives.get(number=number)
        try:
            actions.cast_vote(
                actor=public_user(), citizen=Citizen.objects.get(), project=park, alternative=picked
            )
        except InputRefused as refusal:
            if "satu orang satu suara" not in refusal.message:
                raise


def count() -> int:
    with crowd.example():
        return Vote.objects.count()
