"""A visit that is still to be made, with a photo already; a row without a trail, since looking must leave none."""

from datetime import time

from django.utils import timezone

from abdi.activity.visits.models import PlannedVisit


def visit(world):
    office = world.office
    found = PlannedVisit.objects.first()
    if found is None:
        found = PlannedVisit(
            employee=office.rina,
            unit=office.unit,
            place="Posyandu Melati",
            purpose="Penimbangan balita",
            day=timezone.localdate(),
            opens=time(8),
            closes=time(9),
            planned_by=office.user("dewi"),
            photo=world.upload,
        )
        found.save()
    return found.uid


one = {"uid": visit}
FACTORIES = {f"workplace:{name}": one for name in ("visit", "visit_check_in", "visit_cancel", "visit_photo")}
