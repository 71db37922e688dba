"""What the state of a complaint allows, and what may be written in it, whoever asks."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import BinaryIO

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.organisation.models import Employee
from abdi.organisation.selectors import people_below
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.ui import formats
from abdi.voice.complaints.enums import ENDED, Channel, Kind, PauseCause, Status
from abdi.voice.complaints.models import Answer, Category, Complaint, Disposition
from abdi.voice.complaints.publishing import UNPUBLISHED
from abdi.voice.complaints.recipients import persons_named
from abdi.voice.complaints.types import Place

MOST_PHOTOS = 5  # one picture of the place, one of the harm, and room for three more
LONGEST_TEXT, LONGEST_SHORT, LONGEST_TITLE = 10_000, 300, 120  # letters: a long letter, one line, a headline
REFUSALS = 2  # after these a disposition is final: nobody sends a citizen round in circles
PER_MINUTE = 10  # reports of one kind from one network address; many share one behind a telephone network
_MAY_COME_LATER = {Channel.IMPOR, Channel.LAPOR, Channel.SUREL}
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def read_text(text: str, field: str, *, longest: int = LONGEST_TEXT) -> str:
    """Without edges, control and direction characters. Raises InputRefused where it is too long."""
    if len(text) > longest:
        raise InputRefused(
            _("Paling panjang %d huruf; ringkas dahulu, lalu kirim lagi.") % longest, field=field
        )
    return _UNSEEN.sub("", text.replace("\r\n", "\n")).strip()


def check_kind(kind: str, channel: str) -> None:
    if kind not in Kind.values:
        raise InputRefused(_("Pilih pengaduan, aspirasi, atau permintaan informasi."), field="kind")
    if channel not in Channel.values:
        raise InputRefused(_("Saluran laporan ini tidak dikenal."), field="channel")


def check_category(category: Category | None) -> None:
    if category is not None and not category.is_active:
        raise InputRefused(
            _("Kategori “%s” tidak dipakai lagi; pilih yang lain.") % category, field="category"
        )


def check_moment(received_at: datetime | None, channel: str) -> None:
    if received_at is None:
        return
    if channel not in _MAY_COME_LATER:
        raise InputRefused(_("Waktu terima dicatat sendiri oleh Abdi."), field="received_at")
    if received_at > moments.now():
        raise InputRefused(_("Waktu terima belum terjadi; periksa tanggalnya."), field="received_at")


def check_happened(happened_on: date | None, received_at: datetime) -> None:
    if happened_on is not None and happened_on > timezone.localdate(received_at):
        raise InputRefused(_("Tanggal kejadian belum terjadi; periksa tanggalnya."), field="happened_on")


def check_place(place: Place | None) -> None:
    if place is None:
        return
    if (place.lat is None) != (place.lon is None):
        raise InputRefused(_("Tandai satu tempat di peta, atau kosongkan."), field="place")
    if not (-90 <= (place.lat or 0) <= 90 and -180 <= (place.lon or 0) <= 180):  # nan is refused too
        raise InputRefused(_("Tempat itu tidak ada di peta; tandai lagi."), field="place")


def check_photos(photos: Sequence[BinaryIO], already: int = 0) -> None:
    if len(photos) + already > MOST_PHOTOS:
        raise InputRefused(_("Paling banyak %d foto untuk satu laporan.") % MOST_PHOTOS, field="photos")


def check_unverified(complaint: Complaint) -> None:
    """Its class is given once: whoever could choose another when it is late would never be late."""
    if complaint.verified_at is not None:
        raise PolicyRefused(_("Laporan ini sudah diverifikasi; teruskan saja kepada unit yang berwenang."))


def check_publishable(complaint: Complaint) -> None:
    """Whatever was released of any other, `public_complaints` shows nothing of it."""
    if complaint.is_secret or complaint.is_about_person:
        raise PolicyRefused(
            _("Laporan rahasia atau tentang petugas tidak pernah tampil untuk umum; jawab pelapornya saja.")
        )
    if complaint.verified_at is None or complaint.status in UNPUBLISHED:
        raise PolicyRefused(
            _(
                "Verifikasi dahulu laporan ini; yang diarsipkan, digabung, atau dicabut tidak tampil untuk umum."
            )
        )


def check_disposable(complaint: Complaint, person: Employee | None) -> None:
    """About an officer it goes to a person: a superior of his (Ps 45) or an inspector, nobody named or below him."""
    if complaint.verified_at is None:
        raise PolicyRefused(_("Verifikasi dahulu laporan ini, lalu teruskan."))
    if not complaint.is_about_person:
        return
    if person is None:
        raise InputRefused(
            _("Laporan tentang petugas diteruskan kepada seorang pemeriksa; pilih orangnya."), field="person"
        )
    below = people_below(complaint.about_employee) if complaint.about_employee else set()
    if person.pk in persons_named(complaint) | below:
        raise InputRefused(
            _("%s disebut dalam laporan ini atau bawahan yang diadukan; pilih pemeriksa lain.") % person,
            field="person",
        )


def check_refusable(disposition: Disposition | None) -> Disposition:
    if disposition is None or disposition.is_final:
        raise PolicyRefused(
            _("Penerusan ini ditetapkan koordinator sesudah dua kali dikembalikan, jadi tidak dapat ditolak.")
        )
    return disposition


def check_not_handler(complaint: Complaint, employee: Employee) -> None:
    if complaint.handler_id == employee.pk:
        raise PolicyRefused(_("Laporan ini sudah Anda pegang."))


def check_pause(cause: str, until: date | None, left: int) -> None:
    if cause not in PauseCause.values:
        raise InputRefused(_("Pilih alasan jeda dari daftar."), field="cause")
    if left <= 0:
        raise PolicyRefused(_("Jatah jeda laporan ini sudah habis; lanjutkan dan jawab laporannya."))
    if cause == PauseCause.PEMERIKSAAN and until is None:
        raise InputRefused(_("Isi tanggal pemeriksaan di lapangan."), field="until")
    if until is not None and until <= moments.today():
        raise InputRefused(_("Jeda paling cepat berakhir besok; pilih tanggal lain."), field="until")


def check_draft(complaint: Complaint, finding: str) -> None:
    if complaint.is_about_person and not finding:
        raise InputRefused(
            _("Nyatakan terbukti atau tidak terbukti setelah yang diadukan didengar."), field="finding"
        )
    if complaint.status not in (Status.DIPROSES, Status.DITUNDA):
        raise PolicyRefused(_("Jawaban disusun saat laporan sedang diproses; ambil dahulu laporan ini."))


def check_approvable(draft: Answer | None, user: User) -> Answer:
    if draft is None or draft.sent_at is not None:
        raise PolicyRefused(_("Belum ada konsep jawaban yang menunggu persetujuan."))
    if draft.approved_at is not None:
        raise PolicyRefused(_("Konsep jawaban ini sudah disetujui."))
    if draft.drafted_by_id == user.pk:
        raise PolicyRefused(_("Jawaban disetujui orang lain, bukan penyusunnya."))
    return draft


def check_sendable(draft: Answer | None, *, needs_approval: bool) -> Answer:
    if draft is None or draft.sent_at is not None:
        raise PolicyRefused(_("Belum ada konsep jawaban; susun dahulu jawabannya."))
    if needs_approval and draft.approved_at is None:
        raise PolicyRefused(_("Jawaban ini menunggu persetujuan; kirim setelah disetujui."))
    return draft


def check_closer(complaint: Complaint, user: User, employee: Employee) -> None:
    """Whoever says that it is solved did not solve it himself (e-3: closing early is how clocks are gamed)."""
    wrote = complaint.answers.filter(drafted_by=user).exists()
    if wrote or complaint.handler_id == employee.pk:
        raise PolicyRefused(_("Laporan ditutup orang lain, bukan yang menanganinya."))


def check_replied_in_time(complaint: Complaint) -> None:
    """Ten working days from the last change of state, and not after the reporter said that it is done."""
    if complaint.confirmed_at is not None:
        raise PolicyRefused(
            _("Laporan ini sudah Anda nyatakan selesai; buat laporan baru bila terjadi lagi.")
        )
    is_over = complaint.reply_until is not None and moments.today() > complaint.reply_until
    if is_over or complaint.events.filter(name="lapse").exists():
        raise PolicyRefused(
            _("Waktu untuk membuka kembali sudah lewat; buat laporan baru, atau mengadu ke Ombudsman RI.")
        )


def check_unconfirmed(complaint: Complaint) -> None:
    if complaint.confirmed_at is not None:
        raise PolicyRefused(_("Laporan ini sudah Anda nyatakan selesai."))


def check_mergeable(complaint: Complaint, into: Complaint) -> None:
    if into.pk == complaint.pk:
        raise InputRefused(_("Pilih laporan lain untuk digabung."), field="into")
    if into.status in ENDED:
        raise PolicyRefused(_("%s sudah berakhir; gabungkan dengan laporan yang masih berjalan.") % into)
    if complaint.is_about_person != into.is_about_person or persons_named(complaint) != persons_named(into):
        raise PolicyRefused(
            _("Laporan tentang petugas hanya digabung dengan laporan tentang orang yang sama.")
        )


def check_nobody_else_waits(complaint: Complaint) -> None:
    if complaint.duplicates.exists():
        raise PolicyRefused(
            _(
                "Pelapor lain menunggu jawaban yang sama, jadi laporan ini tetap ditangani; Anda cukup mengabaikannya."
            )
        )


def check_may_be_told_more(complaint: Complaint) -> None:
    if complaint.is_ended:
        raise PolicyRefused(_("Laporan ini sudah berakhir; buka kembali, atau buat laporan baru."))


def check_can_be_escalated(complaint: Complaint) -> None:
    """Late, or reopened: before that the agency still has its time."""
    due = complaint.due
    if complaint.status == Status.DIBUKA_KEMBALI or (due is not None and due < moments.today()):
        return
    if due is None:
        raise PolicyRefused(_("Laporan ini tidak sedang menunggu kantor, jadi belum dapat dieskalasi."))
    raise PolicyRefused(
        _("Kantor masih punya waktu sampai %s; sesudah itu Anda dapat mengeskalasi.") % formats.day(due)
    )
