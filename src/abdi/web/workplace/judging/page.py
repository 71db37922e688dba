"""The page of one evaluation, for the one who is judged and for the one who judges."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.evaluation.enums import AssessmentState, Rating
from abdi.evaluation.models import Evaluation
from abdi.evaluation.permissions import can_judge, can_report
from abdi.evaluation.selectors import quadrant, states_of
from abdi.organisation.law.answers import evaluate
from abdi.planning.policies import perilaku_values
from abdi.platform.ui import formats
from abdi.web.workplace.judging.beside import beside_context, is_own
from abdi.web.workplace.judging.forms import FeedbackForm, RatingForm, realisation_forms
from abdi.web.workplace.lines import lines_of
from abdi.web.workplace.marks import marks_of, objection_words

RULE = "predikat_kinerja"
SHORT = {
    Rating.DI_ATAS: gettext_lazy("Di atas"),
    Rating.SESUAI: gettext_lazy("Sesuai"),
    Rating.DI_BAWAH: gettext_lazy("Di bawah"),
}
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"


def evaluation_context(request: HttpRequest, evaluation: Evaluation, **bound: Any) -> dict[str, Any]:
    """`bound`: a form that was refused, by its name: rating, feedback or realisation."""
    lines = lines_of(evaluation)
    may_judge = can_judge(request.user, evaluation)
    judging = may_judge and not evaluation.is_decided
    reporting = can_report(request.user, evaluation) and not evaluation.is_decided
    return {
        "evaluation": evaluation,
        "skp": evaluation.skp,
        "lines": lines,
        "is_judge": may_judge,
        "judging": judging,
        "reporting": reporting,
        "reports": _reports(lines, bound.get("realisation")) if reporting else [],
        "said": said_of(evaluation, lines),
        "rating": bound.get("rating") or RatingForm.of(evaluation) if judging else None,
        "feedback": bound.get("feedback") or FeedbackForm(evaluation=evaluation) if judging else None,
        "feedback_open": "feedback" in bound,
        "progress": _progress(evaluation) if may_judge else "",
        "matrix": _breakable(quadrant(evaluation.period.end)),
        "ratings": list(SHORT.items()),
        "legal_basis": _legal_basis(evaluation),
        "predikat_lineage": predikat_lineage(evaluation),
        "objection": objection_words(evaluation) if evaluation.is_decided else "",
        "marks": marks_of(request.user, evaluation),
        **beside_context(evaluation, is_judge=may_judge, is_own=is_own(request.user, evaluation)),
    }


def predikat_lineage(evaluation: Evaluation) -> list[tuple[str, ...]]:
    """Why this predikat: the two ratings, the rule with its version, who and when."""
    kept = evaluation.lineage
    if not kept:
        return []
    when = formats.moment(evaluation.decided_at) if evaluation.decided_at else ""
    return [
        (
            _("Dari"),
            _("hasil kerja %(hasil)s, perilaku kerja %(perilaku)s")
            % {
                "hasil": str(evaluation.get_rating_hasil_display()).lower(),
                "perilaku": str(evaluation.get_rating_perilaku_display()).lower(),
            },
        ),
        (
            _("Aturan"),
            f"{kept['rule']}, {_('berlaku sejak')} {_day(kept['version'])}",
            reverse("law:rule", args=[kept["rule"]]),
        ),
        *((_("Dasar"), basis["title"], basis.get("href", "")) for basis in kept["dasar"]),
        (_("Ditetapkan"), f"{evaluation.decided_by}, {when}"),
    ]


def _day(version: str) -> str:
    return formats.day(date.fromisoformat(version), weekday=False)


def _breakable(table: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """A narrow cell may part "Kurang/misconduct" after the stroke, not in the middle of a word."""
    return {
        hasil: {perilaku: words.replace("/", f"/{ZERO_WIDTH_SPACE}") for perilaku, words in row.items()}
        for hasil, row in table.items()
    }


def _legal_basis(evaluation: Evaluation) -> dict[str, str]:
    """The rule in force on the last day of the period."""
    any_pair = {"hasil": Rating.SESUAI.value, "perilaku": Rating.SESUAI.value}
    answer = evaluation.lineage or evaluate(RULE, on=evaluation.period.end, input=any_pair).as_dict()
    return {
        "title": "; ".join(basis["title"] for basis in answer["dasar"]),
        "since": _day(answer["version"]),
        "href": reverse("law:rule", args=[RULE]),
    }


def _progress(evaluation: Evaluation) -> str:
    states = states_of(evaluation.skp.pejabat_penilai, evaluation.period)
    return _("%(done)s dari %(all)s pegawai sudah dinilai") % {
        "done": formats.number(states.get(AssessmentState.DITETAPKAN, 0)),
        "all": formats.number(sum(states.values())),
    }


def _reports(lines: list[Any], refused: Any) -> list[Any]:
    found = realisation_forms(lines)
    if refused is not None:
        found[refused.iki] = refused
    return list(found.values())


def said_of(evaluation: Evaluation, lines: list[Any]) -> list[Mapping[str, Any]]:
    """Evidence and feedback in one list, each with what it is about; a `quote` is the assessor's sentence."""
    names = {value["kode"]: value["nama"] for value in perilaku_values(evaluation.period.end)}
    rows = [line.realisation for line in lines if line.realisation]
    evidence = [
        {"icon": "berkas", "text": row.evidence, "about": row.iki.text, "kind": _("bukti")}
        for row in rows
        if row.evidence
    ]
    results = [
        {
            "icon": "aduan",
            "text": row.feedback,
            "about": row.iki.text,
            "kind": _("hasil kerja"),
            "quote": True,
        }
        for row in rows
        if row.feedback
    ]
    perilaku = [
        {
            "icon": "orang",
            "text": one.text,
            "about": names.get(one.nilai, one.nilai),
            "kind": _("perilaku"),
            "quote": True,
        }
        for one in evaluation.perilaku_feedback.all()
        if one.text
    ]
    return [{"quote": False, **one} for one in [*evidence, *results, *perilaku]]
