"""What a device kept without a network, taken in one by one: one refusal holds nothing else up."""

from typing import Any

from django.utils.translation import gettext as _

from abdi.activity.progress.actions import enter_progress
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User
from abdi.platform.errors import InputRefused, PermissionRefused, PolicyRefused
from abdi.web.workplace.progress.forms import ProgressForm

AT_ONCE = 200


def receive(user: User, employee: Employee, told: Any) -> list[dict[str, Any]]:
    """Per entry {"client_id", "refused"}: empty when it is kept now, else the sentence that says why not.

    Raises: PermissionRefused for what another person typed on the same device, InputRefused for no such list.
    """
    entries = told.get("entries") if isinstance(told, dict) else None
    if (
        not isinstance(entries, list)
        or len(entries) > AT_ONCE
        or not all(isinstance(e, dict) for e in entries)
    ):
        raise InputRefused(_("Kiriman dari perangkat ini tidak terbaca; muat ulang halaman lalu kirim lagi."))
    if told.get("person") != str(employee.uid):
        raise PermissionRefused(
            _("Progres di perangkat ini diketik orang lain; ia sendiri yang mengirimnya.")
        )
    return [{"client_id": one.get("client_id"), "refused": _refusal(user, employee, one)} for one in entries]


def _refusal(user: User, employee: Employee, told: dict[str, Any]) -> str:
    form = ProgressForm(told, employee=employee)
    if not form.is_valid():
        return " ".join(str(message) for messages in form.errors.values() for message in messages)
    try:
        enter_progress(actor=user, employee=employee, **form.cleaned_data)
    except (InputRefused, PolicyRefused) as refusal:
        return refusal.message
    return ""
