"""What somebody who knows the code is told of a complaint. Who reported is not in it: the code is no proof of that."""

from typing import Any

from django.utils import timezone

from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Complaint


def receipt(complaint: Complaint) -> dict[str, Any]:
    """`verified_by`: until when the law lets the instansi take over verification."""
    return {
        "kode": complaint.code,
        "status": complaint.status,
        "diterima": _moment(complaint.received_at),
        "diverifikasi_paling_lambat": complaint.verify_due,
    }


def standing(complaint: Complaint) -> dict[str, Any]:
    unit = complaint.unit_assigned or complaint.unit
    return {
        "nomor": complaint.number,
        "jenis": complaint.kind,
        "judul": complaint.title,
        "kategori": complaint.category.code if complaint.category else None,
        "status": complaint.status,
        "keterangan_status": Status(complaint.status).label,
        "unit": unit.name if unit else None,
        "diterima": _moment(complaint.received_at),
        "dijawab_paling_lambat": complaint.answer_due,
        "riwayat": [_step(event) for event in complaint.events.all()],
        "jawaban": [
            {"isi": one.text, "waktu": _moment(one.sent_at)} for one in complaint.answers.all() if one.sent_at
        ],
    }


def _step(event: Any) -> dict[str, Any]:
    return {"status": event.status, "sejak": _moment(event.began_at), "catatan": event.note}


def _moment(moment: Any) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")
