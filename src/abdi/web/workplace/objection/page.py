"""A report card and a keberatan as they are shown: to the one judged, his assessor, and the superior."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.evaluation.handover import permissions as handing
from abdi.evaluation.handover.enums import HandoverStatus
from abdi.evaluation.handover.models import Handover
from abdi.evaluation.handover.policies import is_settleable
from abdi.evaluation.handover.selectors import due_of, handover_of, settle_due_of
from abdi.evaluation.handover.workflow import HANDOVER
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection import permissions
from abdi.evaluation.objection.models import Keberatan
from abdi.evaluation.objection.policies import is_disputable
from abdi.evaluation.objection.selectors import keberatan_of
from abdi.evaluation.objection.workflow import KEBERATAN
from abdi.evaluation.recusal.selectors import decider_of, superior_over
from abdi.platform.accounts.models import User
from abdi.web.workplace.judging.page import predikat_lineage, said_of
from abdi.web.workplace.lines import lines_of
from abdi.web.workplace.marks import objection_words
from abdi.web.workplace.objection.forms import DecisionForm, WordsForm

TONES = {
    HandoverStatus.MENUNGGU: "",
    HandoverStatus.DISERAHKAN: "here",
    HandoverStatus.DITERIMA: "here",
    HandoverStatus.DITANDATANGANI: "ok",
    HandoverStatus.DITOLAK: "warn",
    HandoverStatus.DITETAPKAN_ATASAN: "ok",
}


def card_context(request: HttpRequest, evaluation: Evaluation) -> dict[str, Any]:
    handover, today = handover_of(evaluation), timezone.localdate()
    lines = lines_of(evaluation)
    decider = decider_of(evaluation)
    due, may_settle = due_of(handover), is_settleable(handover, today)
    return {
        "evaluation": evaluation,
        "skp": evaluation.skp,
        "handover": handover,
        "tone": TONES[HandoverStatus(handover.status)],
        "due": due,
        "is_late": due is not None and due < today,
        "settle_due": settle_due_of(handover) if may_settle else None,
        "assessor": decider,
        "superior": superior_over(evaluation.skp, decider),
        "lines": lines,
        "said": [one for one in said_of(evaluation, lines) if one["quote"]],
        "predikat_lineage": predikat_lineage(evaluation),
        "questions": [
            {"asked": one, "form": WordsForm(_("Jawaban"), f"jawab-{one.uid}")}
            for one in evaluation.questions.select_related("answered_by")
        ],
        "keberatan": keberatan_of(evaluation),
        "objection": objection_words(evaluation),
        "revisions": evaluation.revisions.select_related("author"),
        **_steps(request.user, handover, may_settle=may_settle),
    }


def _steps(user: User, handover: Handover, *, may_settle: bool) -> dict[str, Any]:
    """What this person may do now; `may_settle`: whether the superior may."""
    evaluation, status = handover.evaluation, handover.status
    is_employee = handing.can_receive(user, evaluation)
    is_assessor = handing.can_hand_over(user, evaluation)
    settles = may_settle and handing.can_settle(user, evaluation)
    return {
        "is_employee": is_employee,
        "is_assessor": is_assessor,
        "may_hand_over": is_assessor and HANDOVER.allows("hand_over", status),
        "may_receive": is_employee and HANDOVER.allows("receive", status),
        "may_sign": is_employee and HANDOVER.allows("sign", status),
        "may_object": is_employee and is_disputable(evaluation, timezone.localdate()),
        "refuse_form": WordsForm(_("Alasan tidak menandatangani"), "tolak"),
        "ask_form": WordsForm(_("Pertanyaan Anda"), "tanya"),
        "settle_form": WordsForm(_("Pertimbangan Anda"), "tetapkan") if settles else None,
    }


def keberatan_context(
    request: HttpRequest, keberatan: Keberatan, decision: DecisionForm | None = None
) -> dict[str, Any]:
    """`decision`: the form that was refused."""
    user, status, evaluation = request.user, keberatan.status, keberatan.evaluation
    may_decide = keberatan.is_open and permissions.can_decide_keberatan(user, keberatan)
    may_explain = KEBERATAN.allows("explain", status) and permissions.can_explain_keberatan(user, keberatan)
    may_withdraw = KEBERATAN.allows("withdraw", status) and permissions.can_withdraw_keberatan(
        user, keberatan
    )
    return {
        "keberatan": keberatan,
        "evaluation": evaluation,
        "skp": evaluation.skp,
        "today": timezone.localdate(),
        "superior": superior_over(evaluation.skp, keberatan.assessor),
        "revision": evaluation.revisions.filter(keberatan=keberatan).first(),
        "decision": (decision or DecisionForm()) if may_decide else None,
        "explain_form": WordsForm(_("Penjelasan Anda"), "jelas") if may_explain else None,
        "may_withdraw": may_withdraw,
    }
