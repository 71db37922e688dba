"""What the state of a forum allows, whoever asks."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.organisation.selectors import placement_of
from abdi.platform import moments
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.voice.forums.enums import Element, ForumStatus, Outcome, Source
from abdi.voice.forums.models import Agreement, Forum, Participant, Suggestion

MOST_PHOTOS = 12
LONGEST_NAME = 200


def check_ahead(starts_at: datetime) -> None:
    """Who is to come needs to be asked before."""
    if starts_at <= moments.now():
        raise InputRefused(_("Waktu mulai sudah lewat; pilih waktu yang akan datang."), field="starts_at")


def check_layanan(unit: Unit, layanan: Layanan | None) -> None:
    if layanan is not None and layanan.unit_id != unit.pk:
        raise InputRefused(_("Layanan itu milik unit lain."), field="layanan")


def check_begun(forum: Forum) -> None:
    if moments.now() < forum.starts_at:
        raise PolicyRefused(_("Forum ini belum mulai; catat pelaksanaannya sesudah ia berlangsung."))


def check_attended(forum: Forum) -> None:
    """A forum of the office with itself is none."""
    present = set(forum.participants.filter(is_present=True).values_list("element", flat=True))
    if not present - {Element.PENYELENGGARA}:
        raise PolicyRefused(_("Tandai dahulu siapa yang hadir; sedikitnya satu unsur di luar penyelenggara."))


def check_guests_welcome(forum: Forum) -> None:
    """Invited until it begins; whoever comes in is noted until the berita acara is settled."""
    if forum.status not in (ForumStatus.RANCANGAN, ForumStatus.DIUMUMKAN, ForumStatus.DILAKSANAKAN):
        raise PolicyRefused(_("Daftar peserta forum ini sudah ditutup."))


def takes_registrations(forum: Forum) -> bool:
    """Until it begins; whether there is room is said to whoever asks for a seat."""
    return forum.status == ForumStatus.DIUMUMKAN and moments.now() < forum.starts_at


def check_registration_open(forum: Forum) -> None:
    if not takes_registrations(forum):
        raise PolicyRefused(_("Pendaftaran forum ini sudah ditutup."))
    taken = forum.participants.filter(source=Source.DAFTAR, withdrew=False).count()
    if taken >= forum.seats:
        raise PolicyRefused(_("Tempat untuk umum sudah penuh; hasilnya diumumkan di halaman ini."))


def check_can_still_withdraw(participant: Participant) -> None:
    if participant.withdrew:
        raise PolicyRefused(_("Kedatangan Anda sudah dibatalkan."))
    if participant.is_present or participant.forum.status != ForumStatus.DIUMUMKAN:
        raise PolicyRefused(
            _("Forum ini sudah dilaksanakan atau dibatalkan; tidak ada yang perlu dibatalkan.")
        )


def check_decided(forum: Forum) -> None:
    """The berita acara says of every suggestion that it is followed up, and by what, or why not."""
    for one in forum.suggestions.prefetch_related("agreements"):
        if not one.outcome:
            raise PolicyRefused(_("Masukan nomor %d belum dijawab.") % one.number)
        if one.outcome == Outcome.DITINDAKLANJUTI and not one.agreements.all():
            raise PolicyRefused(
                _("Masukan nomor %d ditindaklanjuti, tetapi belum ada tindak lanjutnya.") % one.number
            )


def check_signed(forum: Forum) -> None:
    """Every element that came signs."""
    present = set(forum.participants.filter(is_present=True).values_list("element", flat=True))
    signed = set(forum.signatories.values_list("element", flat=True))
    lacking = [one.label for one in Element if one in (present | {Element.PENYELENGGARA}) - signed]
    if lacking:
        raise PolicyRefused(
            _("Belum ada yang menandatangani untuk unsur: %s.") % ", ".join(str(one) for one in lacking)
        )


def check_of_this_forum(forum: Forum, one: Suggestion | None) -> None:
    if one is not None and one.forum_id != forum.pk:
        raise InputRefused(_("Masukan itu milik forum lain."), field="suggestion")


def check_owner(unit: Unit, owner: Employee | None, due_on: date) -> None:
    """Somebody of the unit, on a day to come."""
    if due_on < moments.today():
        raise InputRefused(_("Tanggal ini sudah lewat; pilih hari ini atau sesudahnya."), field="due_on")
    placement = placement_of(owner) if owner else None
    if owner is not None and (placement is None or placement.position.unit_id != unit.pk):
        raise InputRefused(
            _("%(name)s tidak bekerja di %(unit)s.") % {"name": owner, "unit": unit}, field="owner"
        )


def check_followed_up(agreement: Agreement) -> None:
    """Work begins once the berita acara stands, and ends once."""
    if agreement.forum.status != ForumStatus.DITETAPKAN:
        raise PolicyRefused(_("Kemajuan dicatat sesudah berita acara ditetapkan."))
    if agreement.done_on is not None:
        raise PolicyRefused(_("Tindak lanjut ini sudah selesai."))


def check_photos(forum: Forum) -> None:
    if forum.status not in (ForumStatus.DILAKSANAKAN, ForumStatus.DITETAPKAN):
        raise PolicyRefused(_("Foto kegiatan ditambahkan sesudah forum dilaksanakan."))
    if forum.photos.count() >= MOST_PHOTOS:
        raise PolicyRefused(_("Sudah ada %d foto; itu cukup untuk satu forum.") % MOST_PHOTOS)
