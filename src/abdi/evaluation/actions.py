"""The verbs of judging. People decide; the rules only say what a decision amounts to."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from abdi.evaluation import permissions, policies
from abdi.evaluation.enums import EvaluationStatus, Rating, RealisationSource
from abdi.evaluation.evidence import organisation_result_of, reading_of_evidence
from abdi.evaluation.models import Evaluation, PerilakuFeedback, Realisation
from abdi.evaluation.results import capaian_of, measured_values, predikat_of, trends
from abdi.evaluation.snapshot import content_of
from abdi.evaluation.workflow import EVALUATION
from abdi.facts.permissions import check_can_correct_facts
from abdi.measurement.types import Measured
from abdi.organisation.models import Unit
from abdi.organisation.telling import tell
from abdi.planning.models import Iki, Period, Skp
from abdi.planning.policies import check_nilai
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused
from abdi.platform.locking import hold
from abdi.platform.validation import write


@action
def open_evaluation(*, actor: User, skp: Skp, period: Period) -> Evaluation:
    """Open the judgement of one period and fill in at once what the facts already say."""
    hold(skp)
    permissions.check_can_open_evaluation(actor, skp)
    policies.check_can_be_judged(skp, period)
    evaluation = write(Evaluation(skp=skp, period=period))
    # before the first audit row: from there on every other writer of the instansi waits for this transaction
    found = _measured_now([evaluation])
    _begin(actor, evaluation, found[evaluation])
    return evaluation


@action
def open_evaluations(*, actor: User, plans: Iterable[Skp], period: Period) -> list[Evaluation]:
    """Open one period for many people, with few engine runs for all. Nothing is opened when one is refused."""
    opened = []
    for skp in plans:
        hold(skp, "employee", "pejabat_penilai", "period")
        permissions.check_can_open_evaluation(actor, skp)
        policies.check_can_be_judged(skp, period)
        opened.append(write(Evaluation(skp=skp, period=period)))
    if not opened:
        raise InputRefused("Pilih paling sedikit satu pegawai.", field="plans")
    found = _measured_now(opened)
    for evaluation in opened:
        _begin(actor, evaluation, found[evaluation])
    return opened


@action
def take_measurements(*, actor: User, evaluation: Evaluation) -> list[Realisation]:
    """Read the measured IKI anew; facts may have arrived since. Reported ones stay as they are."""
    _hold(evaluation)
    if not permissions.can_judge(actor, evaluation):
        permissions.check_can_report(actor, evaluation)
    policies.check_open(evaluation)
    return _keep(actor, evaluation, _measured_now([evaluation])[evaluation])


@action
def measure_after_correction(*, actor: User, evaluations: Collection[Evaluation], unit: Unit) -> None:
    """A fact of this unit was corrected: the open evaluations it bears on are measured anew."""
    for evaluation in evaluations:
        _hold(evaluation)
    check_can_correct_facts(actor, unit)
    for evaluation in evaluations:
        policies.check_open(evaluation)
    for evaluation, found in _measured_now(evaluations).items():
        _keep(actor, evaluation, found)


@action
def report_realisation(
    *, actor: User, evaluation: Evaluation, iki: Iki, value: float | None, evidence: str
) -> Realisation:
    """For an IKI no fact measures: the employee's own figure, with the evidence that supports it.

    Where the target is in words there may be no figure; the leader reads the evidence.
    """
    _hold(evaluation)
    permissions.check_can_report(actor, evaluation)
    policies.check_open(evaluation)
    if iki.is_measured:
        raise InputRefused(
            "Indikator ini terukur dari fakta; minta koreksi faktanya bila keliru.", field="value"
        )
    if value is None and iki.bounds:
        raise InputRefused("Tulis realisasinya sebagai angka, seperti targetnya.", field="value")
    if not evidence.strip():
        raise InputRefused("Sebutkan bukti dukungnya, misalnya nomor dokumen atau tautan.", field="evidence")
    capaian = capaian_of(iki, value, evaluation.period.end)
    realisation, _ = Realisation.objects.update_or_create(
        evaluation=evaluation,
        iki=iki,
        defaults={
            "source": RealisationSource.DILAPORKAN,
            "value": value,
            "evidence": evidence.strip(),
            "capaian": capaian["value"] if capaian else None,
            "lineage": {"capaian": capaian},
            "taken_at": timezone.now(),
        },
    )
    record(
        actor=actor,
        tag="evaluation:realisation:report",
        subject=realisation,
        data={"value": value, "evidence": realisation.evidence},
    )
    return realisation


@action
def give_feedback(
    *, actor: User, evaluation: Evaluation, results: Mapping[Iki, str], perilaku: Mapping[str, str]
) -> Evaluation:
    """Umpan balik berkelanjutan on each result and each behaviour value, as the official form has it."""
    _hold(evaluation)
    permissions.check_can_judge(actor, evaluation)
    policies.check_open(evaluation)
    for realisation in evaluation.realisations.filter(iki__in=list(results)):
        realisation.feedback = results[realisation.iki].strip()
        realisation.save()
    for nilai, text in perilaku.items():
        check_nilai(nilai, on=evaluation.period.end)
        PerilakuFeedback.objects.update_or_create(
            evaluation=evaluation, nilai=nilai, defaults={"text": text.strip()}
        )
    record(
        actor=actor,
        tag="evaluation:feedback:give",
        subject=evaluation,
        data={"results": {str(iki.uid): text for iki, text in results.items()}, "perilaku": dict(perilaku)},
    )
    return evaluation


@action
def give_ratings(
    *,
    actor: User,
    evaluation: Evaluation,
    hasil: Rating,
    perilaku: Rating,
    reason: str = "",
    notes: str = "",
) -> Evaluation:
    """Keep the two ratings as a draft; nothing follows from them before `decide_predikat`."""
    _hold(evaluation)
    permissions.check_can_judge(actor, evaluation)
    policies.check_open(evaluation)
    evaluation.rating_hasil, evaluation.rating_perilaku = Rating(hasil), Rating(perilaku)
    evaluation.reason, evaluation.notes = reason.strip(), notes.strip()
    evaluation.save()
    record(
        actor=actor,
        tag="evaluation:rating:give",
        subject=evaluation,
        data={"hasil": hasil, "perilaku": perilaku, "reason": evaluation.reason},
    )
    return evaluation


@action
def decide_predikat(*, actor: User, evaluation: Evaluation) -> Evaluation:
    """Set the predikat by the rule of the period's last day, and freeze everything it was set on.

    The organisation's result is taken from its unit, never typed per person (SE MenPANRB 3/2023).
    """
    _hold(evaluation)
    permissions.check_can_judge(actor, evaluation)
    organisation, evidence = organisation_result_of(evaluation), reading_of_evidence(evaluation)
    policies.check_decidable(evaluation, timezone.localdate(), organisation, evidence.value)
    result = predikat_of(evaluation.rating_hasil, evaluation.rating_perilaku, evaluation.period.end)
    evaluation.predikat = result.value
    evaluation.predikat_organisasi = organisation.predikat if organisation else ""
    evaluation.lineage = {**result.as_dict(), "menurut_bukti": evidence.as_dict()}
    evaluation.status = EvaluationStatus.DITETAPKAN
    evaluation.decided_at, evaluation.decided_by = timezone.now(), actor
    evaluation.snapshot = content_of(evaluation)
    evaluation.save()
    record(actor=actor, tag=EVALUATION["decide"].tag, subject=evaluation, data=evaluation.lineage)
    title = f"Predikat kinerja Anda untuk {evaluation.period} sudah ditetapkan"
    url = f"/kerja/evaluasi/{evaluation.uid}/"
    tell(evaluation.skp.employee, kind="evaluation:predikat", title=title, body=str(evaluation), url=url)
    return evaluation


def _hold(evaluation: Evaluation) -> None:
    """The evaluation and the plan it judges, as they stand now."""
    skp = evaluation.skp
    hold(evaluation, "period")
    evaluation.skp = hold(skp, "employee__user", "pejabat_penilai", "position__unit")


def _begin(actor: User, evaluation: Evaluation, found: Mapping[Iki, dict[str, Any]]) -> None:
    record(
        actor=actor,
        tag="evaluation:evaluation:open",
        subject=evaluation,
        data={"skp": evaluation.skp.uid, "period": evaluation.period.uid},
    )
    _keep(actor, evaluation, found)


def _measured_now(evaluations: Collection[Evaluation]) -> dict[Evaluation, dict[Iki, dict[str, Any]]]:
    """What the facts say now, as the fields of each measured IKI's realisation."""
    now, months = timezone.now(), trends(evaluations)
    return {
        evaluation: {
            iki: {**_fields(iki, measured, months[evaluation][iki], evaluation.period.end), "taken_at": now}
            for iki, measured in values.items()
        }
        for evaluation, values in measured_values(evaluations).items()
    }


def _fields(iki: Iki, measured: Measured, months: list[dict[str, Any]], on: date) -> dict[str, Any]:
    capaian = capaian_of(iki, measured.value, on)
    return {
        "source": RealisationSource.TERUKUR,
        "value": measured.value,
        "n": measured.n,
        "low": measured.low,
        "high": measured.high,
        "enough": measured.enough,
        "capaian": capaian["value"] if capaian else None,
        "lineage": {"ukuran": measured.as_dict(), "capaian": capaian, "tren": months},
    }


def _keep(actor: User, evaluation: Evaluation, found: Mapping[Iki, dict[str, Any]]) -> list[Realisation]:
    taken = [
        Realisation.objects.update_or_create(evaluation=evaluation, iki=iki, defaults=fields)[0]
        for iki, fields in found.items()
    ]
    values = {str(one.iki.uid): {"value": one.value, "n": one.n} for one in taken}
    record(actor=actor, tag="evaluation:realisation:measure", subject=evaluation, data={"values": values})
    return taken
