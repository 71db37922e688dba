"""What each process of test_processes does."""

from abdi.organisation import actions as organisation
from abdi.platform.accounts.models import public_user, system_user
from abdi.platform.citizens.models import Citizen
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.voice.consultation import actions
from abdi.voice.consultation.models import Post, Support, Topic
from bench import crowd
from tests.voice.consultation.conftest import WORDS, citizen_named, days


def open_square() -> list[int]:
    """A topic with one proposal, and a citizen who is about to support it; proposal and citizen."""
    with crowd.example():
        unit = organisation.create_unit(
            actor=system_user(), code="KEL", name="Kelurahan Contoh", valid_from=crowd.NINE.date()
        )
        told = {"title": "Lampu", "question": "Di mana?", "background": "Dua puluh."}
        topic = actions.draft_topic(
            actor=system_user(), unit=unit, opens=days(0), closes=days(7), answers_due=days(9), **told
        )
        actions.publish_topic(actor=system_user(), topic=topic)
        ani, bayu = citizen_named("Ani"), citizen_named("Bayu")
        made = actions.propose(actor=public_user(), topic=topic, citizen=ani, **WORDS)
        return [made.pk, bayu.pk]


def support(proposal: int, citizen: int) -> None:
    with crowd.example():
        one = Post.objects.select_related("topic").get(pk=proposal)
        try:
            actions.support(
                actor=public_user(), proposal=one, citizen=Citizen.objects.get(pk=citizen), version=1
            )
        except (PolicyRefused, InputRefused) as refusal:
            if "sudah mendukung" not in refusal.message:
                raise


def propose(citizen: int) -> None:
    with crowd.example():
        told = {"topic": Topic.objects.get(), "citizen": Citizen.objects.get(pk=citizen), **WORDS}
        try:
            actions.propose(actor=public_user(), **told)
        except PolicyRefused as refusal:
            if "sudah Anda kirim" not in refusal.message:
                raise


def count() -> list[int]:
    with crowd.example():
        return [Support.objects.count(), Post.objects.count()]
