"""What the state of a collection allows, and what an answer may hold."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from abdi.activity.feedback.enums import SEALED, CollectionKind, GiverRole
from abdi.activity.feedback.models import Collection, Feedback, Invitation
from abdi.activity.feedback.relations import eligible_raters
from abdi.activity.feedback.workflow import COLLECTION
from abdi.organisation.law.answers import evaluate
from abdi.organisation.models import Employee
from abdi.planning.models import Period, Rhk
from abdi.planning.policies import check_nilai, perilaku_values
from abdi.platform.errors import InputRefused, PolicyRefused


def survey_form(on: date) -> dict[str, Any]:
    """Of rule `survei_perilaku`: skala [{nilai, nama}…], penanggap_minimal."""
    form: dict[str, Any] = evaluate("survei_perilaku", on=on, input={}).value
    return form


def check_is_survey(collection: Collection) -> None:
    if collection.kind != CollectionKind.SURVEI:
        raise PolicyRefused("Kotak umpan balik diisi dengan kalimat, bukan dengan nilai survei.")


def check_open_for_answers(collection: Collection, today: date) -> None:
    COLLECTION.check("answer", collection.status)
    if today > collection.closes_on:
        raise PolicyRefused(
            f"Putaran ini berakhir {collection.closes_on:%d-%m-%Y}; jawaban tidak diterima lagi."
        )


def check_not_answered(invitation: Invitation) -> None:
    if invitation.answered:
        raise PolicyRefused(
            "Anda sudah menjawab survei ini. Jawaban disimpan tanpa nama, jadi tidak dapat dicari untuk diubah."
        )


def check_closable(collection: Collection, today: date) -> None:
    """Never at a moment somebody picks: once its last day has passed, or a survey when everybody has answered."""
    COLLECTION.check("close", collection.status)
    if today <= collection.closes_on and not _is_complete(collection):
        raise PolicyRefused(
            f"Jawaban masih dapat masuk; hasilnya dibuka sesudah {collection.closes_on:%d-%m-%Y}."
        )


def _is_complete(collection: Collection) -> bool:
    """A survey whose raters have all answered. A box stays open to everybody, so it is never complete."""
    is_survey = collection.kind == CollectionKind.SURVEI
    return is_survey and not collection.invitations.filter(role__in=SEALED, answered=False).exists()


def check_raters(
    about: Employee, raters: list[Employee], *, on: date, minimum: int
) -> dict[Employee, GiverRole]:
    """Rater → role; refused when one is not a peer or subordinate (Ps 40), or when they are too few."""
    eligible = eligible_raters(about, on)
    for one in raters:
        if one not in eligible:
            raise InputRefused(
                f"{one} bukan rekan setingkat atau bawahan langsung {about} di unit yang sama.",
                field="raters",
            )
    if len(set(raters)) < minimum:
        raise InputRefused(
            f"Pilih sedikitnya {minimum} penanggap; hasil dari kurang dari itu tidak pernah ditampilkan.",
            field="raters",
        )
    return {one: eligible[one] for one in raters}


def check_closing_day(period: Period, closes_on: date, today: date) -> None:
    if closes_on < today:
        raise InputRefused("Hari terakhir survei tidak boleh sudah lewat.", field="closes_on")
    if closes_on < period.start:
        raise InputRefused(f"Hari terakhir survei tidak boleh sebelum {period} dimulai.", field="closes_on")


def check_text(text: str) -> str:
    """One sentence at least, and no longer than the field."""
    if not (said := text.strip()):
        raise InputRefused("Tulis satu kalimat umpan balik.", field="text")
    longest = Feedback._meta.get_field("text").max_length or len(said)
    if len(said) > longest:
        raise InputRefused(f"Umpan balik paling panjang {longest} huruf; ringkaskan.", field="text")
    return said


def check_subject(about: Employee, nilai: str, rhk: Rhk | None, on: date) -> None:
    if nilai:
        check_nilai(nilai, on=on)
    if rhk is not None and rhk.skp.employee_id != about.pk:
        raise InputRefused(f"Hasil kerja itu bukan milik {about}.", field="rhk")


def check_scores(scores: Mapping[str, int], *, on: date) -> dict[str, int]:
    """Only values of the form, each on its scale; a value may be left out by who cannot tell."""
    allowed = {step["nilai"] for step in survey_form(on)["skala"]}
    known = {value["kode"] for value in perilaku_values(on)}
    for nilai, score in scores.items():
        if nilai not in known or score not in allowed:
            raise InputRefused("Pilih jawaban yang ada pada skala survei.", field=nilai)
    if not scores:
        raise InputRefused("Jawab sedikitnya satu nilai dasar.")
    return dict(scores)
