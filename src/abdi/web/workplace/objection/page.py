"""A report card and a keberatan as they are shown: to the one judged, his assessor, and the superior."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.evaluation.handover import permissions as handing
from abdi.evaluation.handover.enums import HandoverStatus
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
from abdi.planning.policies import perilaku_values
from abdi.platform.accounts.models import User
from abdi.web.workplace.judging.page import predikat_lineage
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
    due = due_of(handover)
    return {
        "evaluation": evaluation,
        "skp": evaluation.skp,
        "handover": handover,
        "tone": TONES[HandoverStatus(handover.status)],
        "due": due,
        "is_late": due is not None and due < today,
        "settle_due": settle_due_of(handover) if is_settleable(handover, today) else None,
        "assessor": decider,
        "superior": superior_over(evaluation.skp, decider),
        "lines": lines,
        "said": _said(evaluation, lines),
        "predikat_lineage": predikat_lineage(evaluation),
        "questions": [
            {"asked": one, "form": WordsForm(_("Jawaban"), f"jawab-{one.uid}")}
            for one in evaluation.questions.select_related("answered_by")
        ],
        "keberatan": keberatan_of(evaluation),
        "objection": objection_words(evaluation),
        "revisions": evaluation.revisions.select_related("author"),
        **_steps(request.user, evaluation, handover.status),
    }


def _steps(user: User, evaluation: Evaluation, status: str) -> dict[str, Any]:
    """What this person may do now."""
    handover = handover_of(evaluation)
    is_employee = handing.can_receive(user, evaluation)
    is_assessor = handing.can_hand_over(user, evaluation)
    may_settle = is_settleable(handover, timezone.localdate()) and handing.can_settle(user, evaluation)
    return {
        "is_employee": is_employee,
        "is_assessor": is_assessor,
        "may_hand_over": is_assessor and HANDOVER.allows("hand_over", status),
        "may_receive": is_employee and HANDOVER.allows("receive", status),
        "may_sign": is_employee and HANDOVER.allows("sign", status),
        "may_object": is_employee and is_disputable(evaluation, timezone.localdate()),
        "refuse_form": WordsForm(_("Alasan tidak menandatangani"), "tolak"),
        "ask_form": WordsForm(_("Pertanyaan Anda"), "tanya"),
        "settle_form": WordsForm(_("Pertimbangan Anda"), "tetapkan") if may_settle else None,
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


def _said(evaluation: Evaluation, lines: list[Any]) -> list[dict[str, str]]:
    """The assessor's sentences, each with what it is about."""
    names = {value["kode"]: value["nama"] for value in perilaku_values(evaluation.period.end)}
    rows = [line.realisation for line in lines if line.realisation and line.realisation.feedback]
    return [
        *({"text": row.feedback, "about": row.iki.text} for row in rows),
        *(
            {"text": one.text, "about": names.get(one.nilai, one.nilai)}
            for one in evaluation.perilaku_feedback.all()
            if one.text
        ),
    ]
