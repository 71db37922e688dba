"""What happens by itself: the router learns at night, and reads what is new within a minute."""

from collections.abc import Callable
from contextlib import suppress

from django.utils import timezone
from django_tasks import task

from abdi.platform.accounts.models import system_user
from abdi.platform.errors import PolicyRefused
from abdi.platform.outbox.schedules import daily, minutely, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope
from abdi.voice.complaints.reading.actions import learn_router, propose_for
from abdi.voice.complaints.reading.models import Target
from abdi.voice.complaints.reading.selectors import latest, undecided


@task()
def learn() -> int:
    """How many routers were learnt; where cases are too few there is none, and nothing is proposed."""
    return _everywhere(_learn)


@task()
def read() -> int:
    """Of how many complaints something was thought."""
    return _everywhere(_read)


def _everywhere(run: Callable[[Target], int]) -> int:
    done = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            done += sum(map(run, Target))
    return done


def _learn(target: Target) -> int:
    with suppress(PolicyRefused):
        learn_router(actor=system_user(), target=target)
        return 1
    return 0


def _read(target: Target) -> int:
    router = latest(target)
    if router is None or not undecided(target).exists():
        return 0
    with suppress(PolicyRefused):
        return len(propose_for(actor=system_user(), target=target, router=router))
    return 0


schedule("complaints.learn", learn, daily)
schedule("complaints.read", read, minutely)
