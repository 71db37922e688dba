"""The verbs: narrow a parameter from a day on, or give it back to the law."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.organisation.law.models import ParameterSetting
from abdi.organisation.law.permissions import check_can_set_parameters
from abdi.organisation.law.selectors import forget_settings, overrides_on
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.validation import write
from abdi.rules import RuleInputError, check_override


@action
def set_parameter(*, actor: User, path: str, value: Any, since: date, reason: str) -> ParameterSetting:
    """From `since` on the instansi's own value. Raises InputRefused where the law leaves no room for it."""
    check_can_set_parameters(actor)
    try:
        check_override(path, value, on=since)
    except RuleInputError as refusal:
        raise InputRefused(str(refusal), field="value") from refusal
    return _set(actor, path, value, since, reason)


@action
def lift_parameter(*, actor: User, path: str, since: date, reason: str) -> ParameterSetting:
    """From `since` on the law's own value again."""
    check_can_set_parameters(actor)
    if path not in overrides_on(since):
        raise InputRefused(_("Ketentuan ini memang mengikuti hukum pada tanggal itu."), field="since")
    return _set(actor, path, None, since, reason)


def _set(actor: User, path: str, value: Any, since: date, reason: str) -> ParameterSetting:
    if since < timezone.localdate():
        raise InputRefused(
            _(
                "Tanggal mulai sudah lewat, padahal yang sudah dinilai tidak berubah; pilih hari ini atau sesudahnya."
            ),
            field="since",
        )
    setting = write(
        ParameterSetting(path=path, value=value, since=since, reason=reason.strip(), set_by=actor)
    )
    forget_settings()
    record(
        actor=actor,
        tag="organisation:parameter:set",
        subject=setting,
        data={"path": path, "value": value, "since": since, "reason": setting.reason},
    )
    return setting
