"""What the state of a session or of a reservation allows, whoever asks."""

from datetime import date, time

from django.db.models import Q
from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan
from abdi.platform import moments
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.ui import formats
from abdi.services.hours.book import read_book
from abdi.services.queue.models import Pool
from abdi.services.reservations.enums import ReservationStatus
from abdi.services.reservations.models import Reservation, Slot, SlotDay
from abdi.services.reservations.places import is_open_for, nearest_place
from abdi.services.reservations.workflow import RESERVATION

IDENTITY_DIGITS = range(8, 17)  # the shortest telephone number, and a NIK


def check_begins_today_or_later(day: date) -> None:
    if day < moments.today():
        raise InputRefused(_("Sesi berlaku mulai hari ini atau sesudahnya."), field="valid_from")


def check_no_overlap(pool: Pool, weekday: int, starts: time, ends: time, since: date) -> None:
    """Two sessions over the same hour would promise its counters twice."""
    open_then = Q(valid_until=None) | Q(valid_until__gte=since)
    others = Slot.objects.filter(open_then, pool=pool, weekday=weekday, starts__lt=ends, ends__gt=starts)
    other = others.first()
    if other:
        raise InputRefused(
            _("Jamnya bertumpuk dengan sesi %s; akhiri sesi itu dahulu atau pilih jam lain.") % other,
            field="starts",
        )


def check_end(slot: Slot, last_day: date) -> None:
    """Whoever has a place after that day would find nothing."""
    if slot.valid_until is not None and slot.valid_until < moments.today():
        raise PolicyRefused(_("Sesi ini sudah berakhir."))
    if last_day < max(slot.valid_from, moments.today()):
        raise InputRefused(
            _("Hari terakhir paling awal hari ini, dan tidak sebelum sesi berlaku."), field="valid_until"
        )
    booked = Reservation.objects.filter(
        slot_day__slot=slot, slot_day__day__gt=last_day, status=ReservationStatus.DIPESAN
    ).count()
    if booked:
        raise InputRefused(
            _("Masih ada %d reservasi sesudah hari itu; pilih hari terakhir sesudah semuanya lewat.")
            % booked,
            field="valid_until",
        )


def check_bookable(wanted: SlotDay, layanan: Layanan) -> None:
    """The session is held that day for this service, and it is neither too early nor too late to ask."""
    slot, day = wanted.slot, wanted.day
    if not (slot.pool.is_active and slot.pool.layanan.filter(pk=layanan.pk).exists()):
        raise InputRefused(
            _("%s tidak menerima reservasi pada sesi ini; pilih sesi lain.") % layanan, field="layanan"
        )
    ended = slot.valid_until is not None and slot.valid_until < day
    if day.weekday() != slot.weekday or day < slot.valid_from or ended:
        raise InputRefused(_("Tidak ada sesi ini pada tanggal itu; pilih dari daftar sesi."), field="day")
    if (day - moments.today()).days > slot.days_ahead:
        raise PolicyRefused(
            _("Sesi ini baru dapat dipesan %d hari sebelumnya; coba lagi nanti.") % slot.days_ahead
        )
    if moments.now() > wanted.book_until:
        raise PolicyRefused(
            _("Pemesanan sesi ini sudah ditutup; pilih sesi lain atau ambil nomor langsung di kantor.")
        )
    if not is_open_for(wanted, layanan, read_book([slot.pool.unit_id], day)):
        raise PolicyRefused(_("%s tutup pada jam itu; pilih sesi lain.") % layanan)


def check_place_left(wanted: SlotDay, layanan: Layanan) -> None:
    if wanted.left:
        return
    near = nearest_place(wanted, layanan)
    if near is None:
        raise PolicyRefused(
            _(
                "Tempat pada sesi ini baru saja habis, dan belum ada sesi lain; ambil nomor langsung di kantor."
            )
        )
    raise PolicyRefused(
        _("Tempat pada sesi ini baru saja habis. Yang terdekat masih ada: %(day)s pukul %(clock)s.")
        % {"day": formats.day(near.day), "clock": formats.clock(near.starts_at)}
    )


def read_identity(text: str) -> str:
    """The digits of a telephone number or NIK; a number at home and abroad is the same one."""
    digits = "".join(letter for letter in text[:100] if letter.isdigit())
    if not text.strip():
        return ""
    if len(digits) not in IDENTITY_DIGITS:
        raise InputRefused(
            _("Isi nomor telepon atau NIK dengan angka saja, atau kosongkan."), field="identity"
        )
    return f"62{digits[1:]}" if digits.startswith("0") else digits


def check_arrival(one: Reservation) -> None:
    """On its day, within its window, and not given up before; each with a sentence of its own."""
    now, place = moments.now(), one.slot_day
    if one.status == ReservationStatus.DIBATALKAN:
        raise PolicyRefused(_("Reservasi ini sudah dibatalkan; pesan lagi atau ambil nomor di kios."))
    if one.status == ReservationStatus.TIBA:
        RESERVATION.check("check_in", one.status)
    if place.day > moments.today():
        raise PolicyRefused(
            _("Reservasi ini untuk %(day)s pukul %(clock)s; lapor tiba pada hari itu.")
            % {"day": formats.day(place.day), "clock": formats.clock(place.starts_at)}
        )
    if is_lapsed(one):
        raise PolicyRefused(
            _("Reservasi ini hangus karena lewat %s; ambil nomor di kios atau meja petugas.")
            % formats.moment(place.arrive_until)
        )
    if now < place.arrive_from:
        raise PolicyRefused(
            _("Masih terlalu awal; lapor tiba dapat dilakukan mulai pukul %s.")
            % formats.clock(place.arrive_from)
        )


def is_lapsed(one: Reservation) -> bool:
    """Given up by the clock, whether or not the task has come by since."""
    waits = one.status == ReservationStatus.DIPESAN
    return one.status == ReservationStatus.HANGUS or (waits and moments.now() > one.slot_day.arrive_until)


def check_cancellable(one: Reservation) -> None:
    RESERVATION.check("cancel", one.status)
    if is_lapsed(one):
        raise PolicyRefused(_("Waktu lapor tiba sudah lewat, jadi reservasi ini hangus dengan sendirinya."))
