"""What the state of a talk allows, and what its forms may hold."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from abdi.activity.dialogue.enums import SessionKind, TindakLanjut
from abdi.activity.dialogue.models import Dialogue, Session, SessionFeedback
from abdi.activity.dialogue.workflow import DIALOGUE
from abdi.organisation.law.answers import evaluate
from abdi.organisation.models import Employee
from abdi.planning.models import Skp
from abdi.platform.errors import InputRefused, PolicyRefused


def coaching_form(on: date) -> dict[str, Any]:
    """Of rule `formulir_bimbingan` in the words of the instansi: pernyataan, kompetensi, skala {minimal, maksimal}."""
    form: dict[str, Any] = evaluate("formulir_bimbingan", on=on, input={}).value
    return form


def check_moment(skp: Skp, starts_at: datetime, today: date) -> None:
    day = timezone.localdate(starts_at)
    if day < today:
        raise InputRefused("Waktu dialog sudah lewat; pilih hari ini atau sesudahnya.", field="starts_at")
    if not skp.start <= day:
        raise InputRefused(f"SKP ini baru mulai {skp.start:%d-%m-%Y}.", field="starts_at")


def check_agenda(points: Iterable[str]) -> str:
    kept = [point.strip() for point in points if point.strip()]
    if not kept:
        raise InputRefused("Tulis sedikitnya satu pokok yang akan dibicarakan.", field="agenda")
    return "\n".join(kept)


def check_holdable(dialogue: Dialogue, today: date) -> None:
    DIALOGUE.check("hold", dialogue.status)
    if timezone.localdate(dialogue.starts_at) > today:
        raise PolicyRefused("Dialog ini belum berlangsung; hasilnya dicatat pada harinya atau sesudahnya.")


def has_confirmed(dialogue: Dialogue, employee: Employee) -> bool:
    is_employee = employee == dialogue.skp.employee
    return bool(dialogue.confirmed_by_employee_at if is_employee else dialogue.confirmed_by_leader_at)


def check_notes(notes: str) -> str:
    if not (kept := notes.strip()):
        raise InputRefused("Catat sedikitnya satu kalimat tentang yang dibicarakan.", field="notes")
    return kept


def check_owner(dialogue: Dialogue, owner: Employee) -> None:
    if owner not in {dialogue.skp.employee, dialogue.leader}:
        raise InputRefused("Tindakan disepakati oleh dua orang yang berdialog.", field="owner")


def check_session(kind: str, people: list[Employee], topic: str, notes: str, day: date, today: date) -> None:
    """PP 30/2019 Ps 30: bimbingan alone or in a group; Ps 33: konseling one person at a time, in confidence."""
    if not people:
        raise InputRefused("Pilih pegawainya.", field="employees")
    if kind == SessionKind.KONSELING and len(people) > 1:
        raise InputRefused("Konseling bersifat perorangan; pilih satu pegawai.", field="employees")
    if kind == SessionKind.KONSELING and topic:
        raise InputRefused("Pokok konseling tidak dicatat; kosongkan.", field="topic")
    if kind == SessionKind.BIMBINGAN and not (topic and notes):
        raise InputRefused("Bimbingan wajib dicatat: isi pokok dan isinya.", field="topic")
    if day > today:
        raise InputRefused("Tanggal tidak boleh di masa depan.", field="day")


def check_tindak_lanjut(tindak_lanjut: str) -> None:
    if tindak_lanjut and tindak_lanjut not in TindakLanjut.values:
        raise InputRefused("Pilih tindak lanjut yang ada pada daftar.", field="tindak_lanjut")


def check_form_open(session: Session) -> None:
    if session.is_private:
        raise PolicyRefused("Formulir B.1.8 dan B.1.9 hanya untuk bimbingan, bukan konseling.")


def check_feedback_once(session: Session) -> None:
    check_form_open(session)
    if SessionFeedback.objects.filter(session=session).exists():
        raise PolicyRefused("Formulir B.1.8 bimbingan ini sudah diisi.")


def check_scores(scores: Iterable[int], on: date) -> None:
    scale = coaching_form(on)["skala"]
    for score in scores:
        if not scale["minimal"] <= score <= scale["maksimal"]:
            raise InputRefused(
                f"Skor harus antara {scale['minimal']} dan {scale['maksimal']}.", field="score"
            )
