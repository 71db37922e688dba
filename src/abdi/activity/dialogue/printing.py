"""The two coaching forms on paper. Konseling has none."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from abdi.activity.dialogue.models import Session
from abdi.activity.dialogue.policies import coaching_form
from abdi.organisation.models import Employee
from abdi.organisation.selectors import assessor_of, placement_of
from abdi.planning.snapshot import person
from abdi.platform.documents import render_pdf

FOLDER = Path(__file__).parent / "documents"
_NOBODY = {"nama": "", "nip": "", "pangkat": "", "jabatan": "", "unit": ""}


def b18_pdf(session: Session) -> bytes:
    """Form B.1.8 as the employee filled it."""
    given = session.feedback
    above = assessor_of(session.official, session.day)
    data = {
        **_content(session),
        "atasan": _person(above, session) if above else _NOBODY,
        "pokok": session.topic,
        "jawaban": given.answers,
        "catatan": given.note,
        "diisi": timezone.localtime(given.given_at).isoformat(),
    }
    return _render("b18.typ", data, f"B.1.8 {session}", given.given_at)


def b19_pdf(session: Session) -> bytes:
    """Form B.1.9 as it stands."""
    lines = [
        {
            "kompetensi": line.competency,
            "skor": line.score,
            "alasan": line.reason,
            "tindak_lanjut": line.follow_up,
            "perlu_pelatihan": line.needs_training,
        }
        for line in session.competencies.all()
    ]
    return _render("b19.typ", {**_content(session), "kompetensi": lines}, f"B.1.9 {session}", timezone.now())


def _content(session: Session) -> dict[str, Any]:
    return {
        "instansi": session.instansi.name,
        "tempat": session.instansi.place,
        "draf": False,
        "tanggal": session.day.isoformat(),
        "pegawai": _person(session.employee, session),
        "pimpinan": _person(session.official, session),
        "skala": coaching_form(session.day)["skala"],
    }


def _person(employee: Employee, session: Session) -> dict[str, str]:
    return person(employee, placement_of(employee, session.day))


@translation.override(settings.LANGUAGE_CODE)
def _render(template: str, data: Mapping[str, Any], title: str, at: datetime) -> bytes:
    return render_pdf(FOLDER / template, data, title=title, at=at)
