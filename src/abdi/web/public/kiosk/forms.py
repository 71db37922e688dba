"""What is asked at the machine at the door."""

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.services.queue.enums import Priority

REASON = _("Dipilih sendiri di kios: %s")


class PriorityForm(forms.Form):
    """What somebody says of himself at the machine; an officer sees it and who set it."""

    prioritas = forms.ChoiceField(choices=Priority.choices, required=False)

    def chosen(self) -> Priority:
        told = self.cleaned_data.get("prioritas") if self.is_valid() else ""
        return Priority(told or Priority.BIASA)

    def arguments(self) -> dict[str, object]:
        """Of `issue_ticket`."""
        priority = self.chosen()
        reason = "" if priority == Priority.BIASA else REASON % priority.label
        return {"priority": priority, "priority_reason": reason}
