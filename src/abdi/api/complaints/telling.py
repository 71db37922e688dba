"""What somebody who knows the code is told of a complaint. Who reported is not in it: the code is no proof of that."""

from typing import Any

from abdi.api.answers import written_moment
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Complaint, Event
from abdi.voice.complaints.selectors import answers_of


def receipt(complaint: Complaint) -> dict[str, Any]:
    return {
        "kode": complaint.code,
        "status": complaint.status,
        "diterima": written_moment(complaint.received_at),
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
        "diterima": written_moment(complaint.received_at),
        "dijawab_paling_lambat": complaint.answer_due,
        "riwayat": [_step(event) for event in complaint.events.all()],
        "jawaban": [{"isi": one.text, "waktu": written_moment(one.sent_at)} for one in answers_of(complaint)],
    }


def _step(event: Event) -> dict[str, Any]:
    return {"status": event.status, "sejak": written_moment(event.began_at), "catatan": event.note}
