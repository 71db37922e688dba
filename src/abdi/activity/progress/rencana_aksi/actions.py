"""The verbs of the action plan. It may be refined all year long; what was promised stays in the SKP."""

from collections.abc import Mapping

from abdi.activity.progress import permissions
from abdi.activity.progress.models import ActionLine, ActionQuarter
from abdi.planning.models import Iki, Rhk
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.locking import hold
from abdi.platform.validation import write


@action
def add_action(
    *,
    actor: User,
    rhk: Rhk,
    text: str,
    targets: Mapping[int, str],
    iki: Iki | None = None,
    evidence_wanted: str = "",
) -> ActionLine:
    """One action towards a result, with its target in words for each quarter (1–4) that has one."""
    hold(rhk)
    permissions.check_can_plan_actions(actor, rhk.skp)
    if iki is not None and iki.rhk != rhk:
        raise InputRefused(
            "Indikator ini milik hasil kerja lain; pilih indikator di bawah RHK-nya.", field="iki"
        )
    wanted = {quarter: words.strip() for quarter, words in targets.items() if words.strip()}
    if not wanted:
        raise InputRefused("Isi target paling sedikit untuk satu triwulan.", field="target_1")
    line = write(ActionLine(rhk=rhk, iki=iki, text=text.strip(), evidence_wanted=evidence_wanted.strip()))
    for quarter, words in sorted(wanted.items()):
        write(ActionQuarter(line=line, quarter=quarter, target=words))
    record(
        actor=actor,
        tag="progress:action:add",
        subject=line,
        data={"rhk": rhk.uid, "text": line.text, "targets": {str(at): words for at, words in wanted.items()}},
    )
    return line


@action
def report_action(
    *, actor: User, line: ActionLine, quarter: int, realisation: str, note: str = ""
) -> ActionQuarter:
    """What came of an action in one quarter, told by the employee."""
    hold(line)
    permissions.check_can_enter(actor, line.rhk.skp.employee)
    row = line.quarters.filter(quarter=quarter).first()
    if row is None:
        raise InputRefused("Rencana aksi ini tidak punya target pada triwulan itu.", field="quarter")
    row.realisation, row.note = realisation.strip(), note.strip()
    write(row)
    record(
        actor=actor,
        tag="progress:action:report",
        subject=line,
        data={"quarter": quarter, "realisation": row.realisation, "note": row.note},
    )
    return row


@action
def remove_action(*, actor: User, line: ActionLine) -> None:
    """Take back what was planned, as long as nothing was reported on it."""
    hold(line)
    permissions.check_can_plan_actions(actor, line.rhk.skp)
    if line.quarters.exclude(realisation="").exists():
        raise PolicyRefused("Rencana aksi ini sudah punya realisasi, jadi tidak dapat dihapus.")
    record(actor=actor, tag="progress:action:remove", subject=line, data={"text": line.text})
    line.delete()
