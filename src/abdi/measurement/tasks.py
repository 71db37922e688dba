"""What measurement does by itself."""

from django_tasks import task

from abdi.measurement.freshness import refresh_touched
from abdi.platform.outbox.schedules import minutely, schedule
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope


@task()
def refresh_kept_values() -> int:
    """Measure again, for every instansi, the kept numbers that new facts touch; returns how many changed."""
    changed = 0
    for instansi in Instansi.objects.all():
        with instansi_scope(instansi):
            changed += refresh_touched()
    return changed


schedule("measurement.refresh", refresh_kept_values, minutely)
