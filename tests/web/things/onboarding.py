"""A request for correction and somebody to help; rows without a trail, since looking must leave none."""

from datetime import timedelta

from django.utils import timezone

from abdi.adoption.onboarding.models import CorrectionRequest


def correction(world):
    found = CorrectionRequest.objects.first()
    if found is None:
        due = timezone.now() + timedelta(days=1)
        found = CorrectionRequest(employee=world.office.rina, about="unit", text="Kecamatan", due_at=due)
        found.save()
    return found.uid


FACTORIES = {
    "workplace:correction": {"uid": correction},
    "workplace:clinic_note": {"uid": lambda world: world.office.rina.uid},
}
