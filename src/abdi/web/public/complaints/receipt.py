"""The receipt as a sheet of paper (UU 25/2009 Ps 44 ayat (1) and (2))."""

from pathlib import Path

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from abdi.platform.documents import render_pdf
from abdi.platform.documents.seals import qr_svg
from abdi.platform.tenancy.scope import current_instansi
from abdi.platform.ui import formats
from abdi.voice.complaints.models import Complaint
from abdi.web.public.complaints.showing import deadlines_of

TEMPLATE = Path(__file__).parent / "documents" / "tanda_terima.typ"


def receipt_of(one: Complaint, address: str) -> bytes:
    """PDF; `address` is the page of the report, by its code. The same report gives the same bytes."""
    instansi = current_instansi()
    with translation.override(settings.LANGUAGE_CODE):
        data = {
            "instansi": instansi.name,
            "draf": False,
            "baris": _rows(one),
            "tenggat": [(str(due.words), str(due.article), due.day.isoformat()) for due in deadlines_of(one)],
            "penerima": f"{one.unit}, {instansi.name}" if one.unit else instansi.name,
            "alamat": address,
            "qr": qr_svg(address),
        }
        title = _("Tanda terima %s") % one.number
        return render_pdf(TEMPLATE, data, title=title, at=timezone.localtime(one.received_at))


def _rows(one: Complaint) -> list[tuple[str, str]]:
    secret = _("identitas dirahasiakan") if one.is_anonymous else _("tersimpan tersandi")
    rows = [
        (_("Nomor"), one.number),
        (_("Kode lacak"), one.code),
        (_("Jenis"), one.get_kind_display()),
        (_("Uraian"), one.text),
        (_("Penyelesaian yang diminta"), one.requested_solution),
        (_("Tempat"), one.address),
        (_("Diterima"), formats.moment(one.received_at).replace(formats.NBSP, " ")),
        (_("Saluran"), one.get_channel_display()),
        (_("Pelapor"), secret),
    ]
    return [(what, words) for what, words in rows if words]
