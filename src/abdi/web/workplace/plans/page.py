"""The page of one SKP: the plan, where it stands, and what this person can do about it."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.evaluation.permissions import can_open_evaluation
from abdi.measurement.catalogue import catalogue
from abdi.organisation.selectors import employee_of
from abdi.planning.advice import advice_of
from abdi.planning.completeness import lacking_in
from abdi.planning.enums import AnnexKind, MetricScope, Pendekatan, SkpStatus
from abdi.planning.matrix.changes import changes_above
from abdi.planning.matrix.permissions import can_see_matrix
from abdi.planning.matrix.selectors import candidates_for, people_of
from abdi.planning.models import Iki, Rhk, Skp
from abdi.planning.permissions import can_decide_skp, can_edit_skp, can_submit_skp
from abdi.planning.policies import is_editable, perilaku_values
from abdi.planning.selectors import periods_within
from abdi.planning.wording import target_text
from abdi.planning.workflow import SKP
from abdi.platform.audit.selectors import history_of
from abdi.platform.ui import formats
from abdi.web.history import in_words
from abdi.web.workplace.plans.forms import ReasonForm, RemarksForm
from abdi.web.workplace.year.page import year_notes

TONES = {
    SkpStatus.DRAF: "",
    SkpStatus.DIAJUKAN: "here",
    SkpStatus.DIKEMBALIKAN: "warn",
    SkpStatus.DISEPAKATI: "ok",
}
STEPS = (SkpStatus.DRAF, SkpStatus.DIAJUKAN, SkpStatus.DISEPAKATI)


def skp_context(request: HttpRequest, skp: Skp, **forms: Any) -> dict[str, Any]:
    """`forms`: a bound form that was refused, by its name in the template."""
    may_edit, may_decide = can_edit_skp(request.user, skp), can_decide_skp(request.user, skp)
    editable = may_edit and is_editable(skp)
    return {
        "skp": skp,
        "tone": TONES[SkpStatus(skp.status)],
        "is_qualitative": skp.pendekatan == Pendekatan.KUALITATIF,
        "results": _results(skp, editable=editable),
        "values": _values(skp),
        "annex": _annex(skp),
        "editable": editable,
        "lacking": lacking_in(skp) if editable else None,
        "changes": changes_above(skp) if may_edit or may_decide else [],
        "candidates": list(candidates_for(skp)) if editable else [],
        "can_see_matrix": can_see_matrix(request.user, skp) and people_of(skp).exists(),
        "can_submit": editable and can_submit_skp(request.user, skp),
        "can_set_ekspektasi": editable or (may_decide and skp.status == SkpStatus.DIAJUKAN),
        "can_decide": may_decide and SKP.allows("agree", skp.status),
        "can_reopen": may_decide and SKP.allows("reopen", skp.status),
        "next": next_step(request, skp),
        "steps": _steps(skp),
        "evaluations": list(skp.evaluations.select_related("period")),
        "periods": _periods_to_open(request, skp),
        "history": history_lines(skp),
        "remarks_form": RemarksForm(),
        "reason_form": ReasonForm(),
        **year_notes(skp, timezone.localdate(), may_edit=may_edit),
        **forms,
    }


def next_step(request: HttpRequest, skp: Skp) -> str:
    """Whose turn it is, said to the one who looks."""
    mine = employee_of(request.user) == skp.employee
    judge = can_decide_skp(request.user, skp)
    if skp.status == SkpStatus.DIAJUKAN:
        if judge:
            return _("Periksa target dan buktinya, lalu sepakati atau kembalikan dengan catatan.")
        return _("Menunggu kesepakatan %(leader)s. Selama itu isinya terkunci.") % {
            "leader": skp.pejabat_penilai
        }
    if skp.status == SkpStatus.DISEPAKATI:
        return _(
            "Sudah disepakati dan terkunci. Perubahan: pejabat penilai membukanya kembali dengan alasan."
        )
    if mine:
        return _("Susun hasil kerja dan indikatornya, lalu ajukan kepada %(leader)s.") % {
            "leader": skp.pejabat_penilai
        }
    return _("%(name)s masih menyusun. Tombol kesepakatan muncul setelah SKP diajukan.") % {
        "name": skp.employee
    }


def history_lines(skp: Skp) -> list[dict[str, Any]]:
    """What happened to the plan, newest first, with the words that were left."""
    return [
        {
            "at": entry.at,
            "actor": entry.actor,
            "what": in_words(entry.tag),
            "said": entry.data.get("remarks") or entry.data.get("reason") or "",
            "version": entry.data.get("version"),
        }
        for entry in history_of(skp)
    ]


def _results(skp: Skp, *, editable: bool) -> list[dict[str, Any]]:
    """Advice is for who can still follow it."""
    results = list(skp.rhk.prefetch_related("iki"))
    indicators = [iki for rhk in results for iki in rhk.iki.all()]
    advice = advice_of(skp, indicators) if editable else {}
    return [_result(rhk, advice) for rhk in results]


def _result(rhk: Rhk, advice: dict[Iki, list[str]]) -> dict[str, Any]:
    known = catalogue()
    return {
        "rhk": rhk,
        "indicators": [
            {
                "iki": iki,
                "target": target_text(iki),
                "metric": known.get(iki.metric),
                "scope": MetricScope(iki.metric_scope).label,
                "advice": advice.get(iki, []),
            }
            for iki in rhk.iki.all()
        ],
    }


def _values(skp: Skp) -> list[dict[str, Any]]:
    said = {line.nilai: line.text for line in skp.ekspektasi.all()}
    return [{**value, "text": said.get(value["kode"], "")} for value in perilaku_values(skp.start)]


def _annex(skp: Skp) -> list[dict[str, Any]]:
    lines = list(skp.annex.all())
    return [
        {"label": kind.label, "lines": [line.text for line in lines if line.kind == kind]}
        for kind in AnnexKind
    ]


def _steps(skp: Skp) -> list[dict[str, Any]]:
    status = SkpStatus.DRAF if skp.status == SkpStatus.DIKEMBALIKAN else SkpStatus(skp.status)
    here = STEPS.index(status)
    words = {
        SkpStatus.DRAF: _("Disusun"),
        SkpStatus.DIAJUKAN: _("Diajukan"),
        SkpStatus.DISEPAKATI: _("Disepakati"),
    }
    dates = {SkpStatus.DIAJUKAN: skp.submitted_at, SkpStatus.DISEPAKATI: skp.agreed_at}
    return [
        {
            "label": words[step],
            "done": place < here or skp.status == SkpStatus.DISEPAKATI,
            "here": place == here and skp.status != SkpStatus.DISEPAKATI,
            "on": formats.day(when, weekday=False) if place <= here and (when := dates.get(step)) else "",
        }
        for place, step in enumerate(STEPS)
    ]


def _periods_to_open(request: HttpRequest, skp: Skp) -> list[Any]:
    """Periods an evaluation can be opened for, by whoever may."""
    if skp.status != SkpStatus.DISEPAKATI or not can_open_evaluation(request.user, skp):
        return []
    opened = {evaluation.period_id for evaluation in skp.evaluations.all()}
    return [one for one in periods_within(skp, timezone.localdate()) if one.pk not in opened]
