"""One survey for the one it is about and for his pejabat penilai."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from abdi.activity.feedback.enums import CollectionKind, CollectionStatus
from abdi.activity.feedback.models import Collection
from abdi.activity.feedback.permissions import can_lead_collection
from abdi.activity.feedback.policies import survey_form
from abdi.activity.feedback.selectors import own_scores
from abdi.planning.policies import perilaku_values
from abdi.web.workplace.dialogue.surveys.forms import RatersForm

TONES = {
    CollectionStatus.DIUSULKAN: "here",
    CollectionStatus.BERJALAN: "here",
    CollectionStatus.DITUTUP: "",
}


def survey_rows(found: Any) -> list[dict[str, Any]]:
    return [{"survey": one, "tone": TONES[CollectionStatus(one.status)]} for one in found]


def survey_context(request: HttpRequest, survey: Collection, on: date, **bound: Any) -> dict[str, Any]:
    """`bound`: the form of raters when it was refused. Who has answered is shown to nobody."""
    leads = can_lead_collection(request.user, survey)
    proposed = survey.status == CollectionStatus.DIUSULKAN
    return {
        "survey": survey,
        "tone": TONES[CollectionStatus(survey.status)],
        "leads": leads,
        "is_survey": survey.kind == CollectionKind.SURVEI,
        "raters": bound.get("raters") or (RatersForm.of(survey, on) if leads and proposed else None),
        "can_close": leads and survey.is_running and survey.kind == CollectionKind.SURVEI,
        "medians": _medians(survey),
        "words": _words(survey),
        "suggestion": _suggestion(survey),
    }


def _medians(survey: Collection) -> list[dict[str, Any]]:
    """One row a value: the median with n, beside what he said of himself."""
    heard, own = survey.result.get("medians", {}), own_scores(survey)
    return [
        {
            "name": value["nama"],
            "median": heard[value["kode"]]["median"],
            "n": heard[value["kode"]]["n"],
            "own": own.get(value["kode"]),
        }
        for value in perilaku_values(survey.period.end)
        if value["kode"] in heard
    ]


def _words(survey: Collection) -> list[dict[str, str]]:
    names = {value["kode"]: value["nama"] for value in perilaku_values(survey.period.end)}
    return [
        {"text": word["text"], "about": names.get(word["nilai"], "")}
        for word in survey.result.get("words", [])
    ]


def _suggestion(survey: Collection) -> list[tuple[str, ...]]:
    """Rows of lineage; empty while there is none."""
    kept = survey.result.get("saran")
    if not kept:
        return []
    weights = kept["bobot"]
    return [
        (_("Nilai yang disarankan"), kept["value"].replace(".", ",")),
        (
            _("Bobot"),
            _("pejabat penilai %(penilai)s %%, rekan dan bawahan %(lain)s %%")
            % {"penilai": weights["pejabat_penilai"], "lain": weights["rekan_dan_bawahan"]},
        ),
        *((_("Dasar"), basis["title"]) for basis in kept["dasar"]),
    ]


def scale_words(survey: Collection) -> str:
    steps = survey_form(survey.period.end)["skala"]
    return "; ".join(f"{step['nilai']}: {step['nama']}" for step in steps)
