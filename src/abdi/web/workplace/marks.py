"""What an evaluation's page says beside it: doubted facts, an objection, an assessor who stands aside."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from abdi.evaluation.contest.selectors import open_contests
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection.selectors import FILE, filing_due, keberatan_of
from abdi.evaluation.recusal.enums import ConflictStatus
from abdi.evaluation.recusal.models import Conflict
from abdi.evaluation.recusal.permissions import can_declare_conflict
from abdi.organisation.law.deadlines import length_of
from abdi.platform.accounts.models import User
from abdi.platform.ui import formats


def marks_of(user: User, evaluation: Evaluation) -> dict[str, Any]:
    conflicts = Conflict.objects.filter(skp=evaluation.skp).select_related("stand_in", "assessor")
    contested = open_contests(evaluation).count()
    return {
        "contested": _contested(contested) if contested else "",
        "keberatan": keberatan_of(evaluation) if evaluation.is_decided else None,
        "conflict": conflicts.filter(status=ConflictStatus.DILAPORKAN).first(),
        "stood_aside": conflicts.filter(status=ConflictStatus.DITERIMA).first(),
        "may_declare": not evaluation.is_decided and can_declare_conflict(user, evaluation.skp),
    }


def objection_words(evaluation: Evaluation) -> str:
    """Until when the employee may object; before he has it, from when the days run."""
    due = filing_due(evaluation)
    if due is None:
        days = length_of(FILE, timezone.localdate())
        return _(
            "Keberatan dapat diajukan sampai %(days)s hari sejak rapor diterima, kepada atasan pejabat penilai."
        ) % {"days": days}
    return _("Keberatan dapat diajukan sampai %(day)s kepada atasan pejabat penilai.") % {
        "day": formats.day(due)
    }


def _contested(count: int) -> str:
    return ngettext(
        "%(count)s fakta di balik evaluasi ini disanggah dan sedang diperiksa",
        "%(count)s fakta di balik evaluasi ini disanggah dan sedang diperiksa",
        count,
    ) % {"count": formats.number(count)}
