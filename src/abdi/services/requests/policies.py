"""What the state of a permohonan allows, whoever asks."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.services.queue.models import Ticket
from abdi.services.requests.enums import DocumentStatus, PermohonanStatus
from abdi.services.requests.models import Document, Permohonan

MOST_AT_ONCE = 10  # services of one errand; more is a slip of the finger
LONGEST_NAME = 200
JUDGED = (DocumentStatus.SESUAI, DocumentStatus.PERBAIKI)
_LACKING = (DocumentStatus.BELUM, DocumentStatus.PERBAIKI)
_COMPLETED_BY_CITIZEN = (
    PermohonanStatus.DIAJUKAN,
    PermohonanStatus.DIPROSES,
    PermohonanStatus.DIKEMBALIKAN,
)
_JUDGED_IN = (PermohonanStatus.DIPROSES, PermohonanStatus.DIKEMBALIKAN)


def check_services(layanan: Sequence[Layanan], on: date) -> None:
    if not 1 <= len(layanan) <= MOST_AT_ONCE:
        raise InputRefused(
            _("Pilih 1 sampai %d layanan untuk satu kunjungan.") % MOST_AT_ONCE, field="layanan"
        )
    if len({one.pk for one in layanan}) < len(layanan):
        raise InputRefused(_("Satu layanan terpilih dua kali; cukup sekali."), field="layanan")
    for one in layanan:
        if on < one.valid_from or (one.valid_until and one.valid_until < on):
            raise InputRefused(_("%s tidak dilayani hari ini.") % one, field="layanan")


def check_name(name: str) -> None:
    if len(name) > LONGEST_NAME:
        raise InputRefused(
            _("Nama paling panjang %d huruf; singkat atau kosongkan.") % LONGEST_NAME, field="name"
        )


def check_ticket_of(ticket: Ticket | None, unit: Unit) -> None:
    if ticket is not None and ticket.pool.unit_id != unit.pk:
        raise InputRefused(_("Nomor %s milik unit lain.") % ticket, field="ticket")


def check_not_handler(permohonan: Permohonan, employee: Employee) -> None:
    if permohonan.status == PermohonanStatus.DIPROSES and permohonan.handler_id == employee.pk:
        raise PolicyRefused(_("Permohonan ini sudah Anda pegang."))


def check_takes_files(document: Document) -> None:
    if document.permohonan.status not in _COMPLETED_BY_CITIZEN:
        raise PolicyRefused(
            _("Permohonan ini sudah selesai atau berakhir, jadi berkasnya tidak berubah lagi.")
        )
    if document.status == DocumentStatus.SESUAI:
        raise PolicyRefused(_("Berkas “%s” sudah diperiksa dan sesuai.") % document)


def check_judgeable(document: Document, status: DocumentStatus) -> None:
    """A paper shown at the counter may be found right without a copy of it."""
    if status not in JUDGED:
        raise InputRefused(_("Nyatakan berkas sesuai atau perlu diperbaiki."), field="status")
    if document.permohonan.status not in _JUDGED_IN:
        raise PolicyRefused(_("Ambil dahulu permohonan ini; berkas diperiksa selama permohonan diproses."))


def lacking(permohonan: Permohonan) -> list[Document]:
    """Required papers that are missing, or were found wrong and not sent anew."""
    return list(permohonan.documents.filter(is_required=True, status__in=_LACKING))


def check_completed_by_citizen(permohonan: Permohonan) -> None:
    if missing := lacking(permohonan):
        raise PolicyRefused(_("Masih perlu dilengkapi: %s.") % "; ".join(str(one) for one in missing))


def check_papers_in_order(permohonan: Permohonan) -> None:
    """Nothing is finished on papers that nobody has looked at."""
    unjudged = permohonan.documents.filter(is_required=True).exclude(status=DocumentStatus.SESUAI)
    if found := [str(one) for one in unjudged]:
        raise PolicyRefused(_("Belum dinyatakan sesuai: %s.") % "; ".join(found))
