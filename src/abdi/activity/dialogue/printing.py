"""The two coaching forms on paper. Konseling has none."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from abdi.activity.dialogue.models import Session, SessionFeedback
from abdi.activity.dialogue.policies import coaching_form
from abdi.organisation.models import Employee
from abdi.organisation.selectors import assessor_of, placement_of
from abdi.planning.snapshot import person
from abdi.platform.documents import Seal, render_pdf

FOLDER = Path(__file__).parent / "documents"
_NOBODY = {"nama": "", "nip": "", "pangkat": "", "jabatan": "", "unit": ""}


def b18_pdf(given: SessionFeedback, seal: Seal | None = None) -> bytes:
    """Form B.1.8 as the employee filled it."""
    session = given.session
    above = assessor_of(session.official, session.day)
    data = {
        **_content(session),
        "atasan": _person(above, session) if above else _NOBODY,
        "pokok": session.topic,
        "jawaban": given.answers,
        "catatan": given.note,
        "diisi": timezone.localtime(given.given_at).isoformat(),
    }
    return _render("b18.typ", data, str(given), given.given_at, seal)


def b19_pdf(session: Session, seal: Seal | None = None) -> bytes:
    """Form B.1.9 as it stands."""
    data = {**_content(session), "kompetensi": competency_rows(session)}
    return _render("b19.typ", data, f"B.1.9 {session}", timezone.now(), seal)


def competency_rows(session: Session) -> list[dict[str, Any]]:
    return [
        {
            "kompetensi": line.competency,
            "skor": line.score,
            "alasan": line.reason,
            "tindak_lanjut": line.follow_up,
            "perlu_pelatihan": line.needs_training,
        }
        for line in session.competencies.all()
    ]


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
def _render(template: str, data: Mapping[str, Any], title: str, at: datetime, seal: Seal | None) -> bytes:
    return render_pdf(FOLDER / template, data, title=title, at=at, seal=seal)
