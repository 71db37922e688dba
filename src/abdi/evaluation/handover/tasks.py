"""What happens to report cards by itself: nothing is decided, but who must act is told."""

from django.utils import timezone
from django_tasks import task

from abdi.evaluation.handover.selectors import overdue
from abdi.evaluation.models import Evaluation
from abdi.evaluation.recusal.selectors import decider_of, superior_over
from abdi.organisation.telling import tell
from abdi.platform.notifications.models import Notice
from abdi.platform.outbox.schedules import daily, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope

KIND = "evaluation:handover:overdue"


@task()
def tell_superiors() -> int:
    """Tell each superior once of a signature that was not given in time (PP 30/2019 Ps 50); returns how many."""
    told = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            told += sum(_tell(evaluation) for evaluation in overdue(timezone.localdate()))
    return told


def _tell(evaluation: Evaluation) -> bool:
    superior = superior_over(evaluation.skp, decider_of(evaluation))
    url = f"/kerja/keberatan/rapor/{evaluation.uid}/"
    if superior is None or Notice.objects.filter(kind=KIND, url=url, recipient=superior.user).exists():
        return False
    title = f"Rapor {evaluation.skp.employee} belum ditandatangani; tetapkan"
    tell(superior, kind=KIND, title=title, body=str(evaluation), url=url)
    return superior.user is not None


schedule("handover.tell_superiors", tell_superiors, daily)
