"""The kinds of fact that are somebody's work, and how a day of them is said: counts, never about persons served.

Waiting time and survey answers are left out: they are what citizens met with, not what the officer did.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Topic:
    """Facts told together. `say` makes the sentence of them and of the layanan's name (may be empty)."""

    code: str
    kinds: frozenset[str]
    satuan: str
    say: Callable[[Sequence[Row], str], str]


def cases_in(rows: Sequence[Row]) -> int:
    """How many cases the facts are about; a fact without a case counts for itself."""
    return len({row["case_key"] or row["id"] for row in rows})


def _completed(rows: Sequence[Row], layanan: str) -> str:
    return f"Melayani {cases_in(rows)} berkas{layanan} sampai selesai{_in_time(rows, 'service.on_time')}"


def _steps(rows: Sequence[Row], layanan: str) -> str:
    return f"Mengerjakan {len(rows)} langkah pada {cases_in(rows)} berkas{layanan}"


def _queue(rows: Sequence[Row], layanan: str) -> str:
    return f"Melayani {cases_in(rows)} nomor antrean{layanan} di loket"


def _complaints(rows: Sequence[Row], layanan: str) -> str:
    return f"Menjawab {cases_in(rows)} pengaduan{layanan}{_in_time(rows, 'complaint.on_time')}"


def _visits(rows: Sequence[Row], layanan: str) -> str:
    return f"Mengunjungi {cases_in(rows)} titik lapangan{layanan}{_in_time(rows, 'field.visit')}"


def _projects(rows: Sequence[Row], layanan: str) -> str:
    in_time = _in_time(rows, "project.milestone_on_time")
    return f"Mengerjakan {cases_in(rows)} proyek bersama warga{layanan}{in_time}"


def _agreements(rows: Sequence[Row], layanan: str) -> str:
    in_time = _in_time(rows, "forum.action_done")
    return f"Menyelesaikan {cases_in(rows)} tindak lanjut forum{layanan}{in_time}"


def _in_time(rows: Sequence[Row], kind: str) -> str:
    """“, 13 dari 14 dalam waktunya”; nothing where no deadline was kept count of."""
    judged = [row["value"] for row in rows if row["kind"] == kind and row["value"] is not None]
    return f", {round(sum(judged))} dari {len(judged)} dalam waktunya" if judged else ""


TOPICS = (
    Topic(
        "service.completed",
        frozenset({"service.completed", "service.completed_working", "service.on_time"}),
        "berkas",
        _completed,
    ),
    Topic("service.activity", frozenset({"service.activity"}), "berkas", _steps),
    Topic("queue.service", frozenset({"queue.service"}), "nomor antrean", _queue),
    Topic("complaint", frozenset({"complaint.answered", "complaint.on_time"}), "pengaduan", _complaints),
    Topic("field.visit", frozenset({"field.visit"}), "titik", _visits),
    Topic("project", frozenset({"project.team", "project.milestone_on_time"}), "proyek", _projects),
    Topic("forum.action_done", frozenset({"forum.action_done"}), "tindak lanjut", _agreements),
)
