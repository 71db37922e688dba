"""What those are told whom a complaint concerns: its number and its state, never what was written or by whom."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.followers.tell import tell_followers
from abdi.platform.notifications.notify import notify
from abdi.voice.complaints.enums import Channel, Status
from abdi.voice.complaints.models import Complaint, Event
from abdi.voice.complaints.publishing import public_complaints, public_subject

KIND = "complaints:complaint"
_WHAT_NOW: dict[str, Promise] = {
    Status.BARU: _("Laporan Anda sedang diperiksa; Anda tidak perlu berbuat apa-apa."),
    Status.MENUNGGU_KELENGKAPAN: _("Ada yang perlu Anda lengkapi; bukalah halaman laporan Anda."),
    Status.TERVERIFIKASI: _("Laporan Anda lengkap dan akan diteruskan kepada yang berwenang."),
    Status.DITERUSKAN: _("Laporan Anda sudah sampai di unit yang menanganinya."),
    Status.DIPROSES: _("Laporan Anda sedang dikerjakan."),
    Status.DITUNDA: _("Pengerjaan ditunda; alasannya ada di halaman laporan Anda."),
    Status.DIJAWAB: _("Baca jawabannya, lalu nyatakan selesai atau buka kembali."),
    Status.SELESAI: _("Laporan ditutup. Bila belum beres, Anda masih dapat membukanya kembali."),
    Status.DIBUKA_KEMBALI: _("Laporan Anda dibuka kembali; koordinator dan pengawas diberi tahu."),
    Status.ARSIP: _("Alasannya dan yang dapat Anda lakukan ada di halaman laporan Anda."),
    Status.BUKAN_WEWENANG: _("Ke mana laporan ini sebaiknya disampaikan ada di halaman laporan Anda."),
    Status.DIGABUNG: _("Laporan yang sama sudah ada; jawabannya juga akan sampai kepada Anda."),
    Status.DICABUT: _("Laporan ini tidak ditangani lagi; Anda dapat melapor lagi kapan saja."),
}


def tell_reporter(complaint: Complaint, event: Event) -> None:
    """Once for each state, also those whose reports were merged with this one."""
    if complaint.channel == Channel.IMPOR:
        return
    status = Status(complaint.status)
    for one in (complaint, *complaint.duplicates.all()):
        tell_followers(
            subject=one,
            title=_title(one, status),
            body=_WHAT_NOW[status],
            url=f"/aduan/{one.code}/",
            key=f"{complaint.pk}-{event.number}",
        )
    _tell_readers(complaint, event)


def tell_staff(people: Iterable[User], complaint: Complaint, title: str) -> int:
    """Returns how many were told. Nobody is told of what happened elsewhere."""
    told = {} if complaint.channel == Channel.IMPOR else {one.pk: one for one in people}
    for user in told.values():
        notify(
            recipient=user,
            kind=KIND,
            title=title,
            body=str(complaint),
            url=f"/kelola/aduan/{complaint.uid}/",
        )
    return len(told)


def _tell_readers(complaint: Complaint, event: Event) -> None:
    """Who only read of it on the public page is led back there, as long as it is shown there."""
    if public_complaints().filter(pk=complaint.pk).exists():
        tell_followers(
            subject=public_subject(complaint),
            title=_title(complaint, Status(complaint.status)),
            body=_("Ada perkembangan pada laporan yang Anda ikuti."),
            url=f"/aduan/publik/{complaint.number}/",
            key=str(event.number),
        )


def _title(one: Complaint, status: Status) -> Promise:
    return format_lazy(_("Laporan {number}: {status}"), number=one.number, status=status.label)
