"""Things of daily progress: rows as the actions would leave them, without their trail."""

from datetime import date

from abdi.activity.evidence.enums import SubjectKind
from abdi.activity.evidence.models import EvidenceItem
from abdi.activity.progress.models import ActionLine, Entry


def entry(world):
    skp = world.evaluation.skp
    given = {"employee": skp.employee, "skp": skp, "day": date(2026, 7, 8), "text": "Menyusun panduan"}
    return Entry.objects.get_or_create(**given)[0].uid


def evidence(world):
    given = {
        "employee": world.office.rina,
        "subject_kind": SubjectKind.PROGRES,
        "subject_uid": entry(world),
        "title": "Laporan",
        "file": world.upload,
        "digest": world.upload.sha256,
        "month": date(2026, 7, 1),
    }
    return EvidenceItem.objects.get_or_create(**given)[0].uid


def action(world):
    return ActionLine.objects.get_or_create(rhk=world.evaluation.skp.rhk.first(), text="Rapat")[0].uid


skp = {"uid": lambda world: world.evaluation.skp.uid}

FACTORIES = {
    "workplace:progress_entry": {"uid": entry},
    "workplace:progress_withdraw": {"uid": entry},
    "workplace:progress_return": {"uid": entry},
    "workplace:progress_support": {"uid": entry},
    "workplace:realisation_evidence": {"uid": lambda world: world.measured.uid},
    "workplace:evidence": {"uid": evidence},
    "workplace:evidence_remove": {"uid": evidence},
    "workplace:action_plan": skp,
    "workplace:action_plan_paper": skp,
    "workplace:action_report": {"uid": action},
    "workplace:action_remove": {"uid": action},
}
