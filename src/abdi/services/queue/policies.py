"""What the state of a queue allows, whoever asks."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from abdi.organisation.models import Layanan, Unit
from abdi.platform import moments
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.services.queue.enums import Channel, TicketStatus
from abdi.services.queue.models import Call, Counter, Pool, Session, Ticket, seconds_between
from abdi.services.queue.workflow import SESSION

AT_COUNTER = (TicketStatus.DIPANGGIL, TicketStatus.DILAYANI)
MOST_AT_ONCE = 1_000  # products handed over under one number; more is a slip of the finger


def check_letter(letter: str) -> None:
    """What is called aloud and printed large."""
    text = letter.strip()
    if not (1 <= len(text) <= 2 and text.isascii() and text.isalpha()):
        raise InputRefused(_("Huruf antrean satu atau dua huruf A–Z, misalnya B."), field="letter")


def check_any_layanan(layanan: Sequence[Layanan]) -> None:
    if not layanan:
        raise InputRefused(_("Pilih paling sedikit satu layanan untuk antrean ini."), field="layanan")


def check_pools_of(unit: Unit, pools: Sequence[Pool]) -> None:
    if not pools:
        raise InputRefused(_("Pilih paling sedikit satu antrean."), field="pools")
    strangers = [pool for pool in pools if pool.unit_id != unit.pk]
    if strangers:
        raise InputRefused(
            _("Antrean %(pool)s bukan milik %(unit)s; pilih antrean unit itu.")
            % {"pool": strangers[0], "unit": unit},
            field="pools",
        )


def check_issuable(pool: Pool, layanan: Layanan, channel: str, *, reserved: bool) -> None:
    """The line is in use, serves this, and gives numbers this way. Whether it is open now: `hours.policies`."""
    if not pool.is_active:
        raise PolicyRefused(_("Antrean %s sedang tidak dipakai; tanyakan kepada petugas.") % pool.name)
    if not pool.layanan.filter(pk=layanan.pk).exists():
        raise InputRefused(
            _("%(layanan)s tidak dilayani di antrean %(pool)s.") % {"layanan": layanan, "pool": pool.name},
            field="layanan",
        )
    if channel == Channel.DARING and not (pool.is_open_online or reserved):
        raise PolicyRefused(
            _(
                "Nomor antrean %s tidak dapat diambil dari jauh; pesan jam kedatangan atau ambil nomor di kantor."
            )
            % pool.name
        )


def check_counter_usable(counter: Counter) -> None:
    if not counter.is_active:
        raise PolicyRefused(_("%s sedang tidak dipakai; pilih loket lain.") % counter)


def check_calls(session: Session) -> None:
    """The officer is serving, and nobody stands before him."""
    SESSION.check("call", session.state)
    check_desk_is_free(session)


def check_desk_is_free(session: Session) -> None:
    at_hand = at_counter(session)
    if at_hand:
        raise PolicyRefused(_("Selesaikan dahulu nomor %s yang sedang di loket ini.") % at_hand)


def at_counter(session: Session) -> Ticket | None:
    return Ticket.objects.filter(session=session, status__in=AT_COUNTER).first()


def check_pick(session: Session, ticket: Ticket, reason: str) -> None:
    """Out of turn is possible, for a reason; it is recorded as picked."""
    if not reason.strip():
        raise InputRefused(
            _("Tulis alasan memanggil nomor ini di luar urutan; alasannya tercatat."), field="reason"
        )
    check_of_today(ticket)
    check_waits_here(session, ticket)


def check_waits_here(session: Session, ticket: Ticket) -> None:
    if ticket.waits_for_id not in {None, session.counter_id}:
        raise PolicyRefused(
            _("Nomor %(label)s menunggu %(counter)s.") % {"label": ticket, "counter": ticket.waits_for}
        )
    if not session.counter.pools.filter(pk=ticket.waits_in_id).exists():
        raise PolicyRefused(
            _("Antrean nomor %(label)s tidak dilayani di %(counter)s.")
            % {"label": ticket, "counter": session.counter}
        )


def check_of_today(ticket: Ticket) -> None:
    if ticket.service_date != moments.today() and not ticket.pool.is_overnight:
        raise PolicyRefused(
            _("Nomor %(label)s milik hari %(day)s; ambil nomor baru untuk hari ini.")
            % {"label": ticket, "day": f"{ticket.service_date:%d-%m-%Y}"}
        )


def check_resumable_at(session: Session, ticket: Ticket) -> None:
    """Held numbers go on at any free counter of their unit: who held them may have gone home."""
    if session.counter.unit_id != ticket.pool.unit_id:
        raise PolicyRefused(_("Nomor %s ditunda di unit lain; lanjutkan di loket unit itu.") % ticket)


def check_open_elsewhere(counter: Counter, ticket: Ticket) -> None:
    """Handing over to a counter needs somebody there, of the same unit, and not oneself."""
    if counter.unit_id != ticket.pool.unit_id:
        raise PolicyRefused(_("%s ada di unit lain; pilih loket unit ini.") % counter)
    if ticket.session and ticket.session.counter_id == counter.pk:
        raise PolicyRefused(_("Nomor %s sudah di loket ini; pilih loket lain.") % ticket)
    if not counter.sessions.filter(ended_at=None).exists():
        raise PolicyRefused(_("%s belum dibuka; pilih loket yang ada petugasnya.") % counter)


def check_quantity(quantity: int) -> None:
    if not 0 <= quantity <= MOST_AT_ONCE:
        raise InputRefused(_("Jumlah yang diserahkan 0 sampai %d.") % MOST_AT_ONCE, field="quantity")


def check_absent(ticket: Ticket, calls: Sequence[Call], at: datetime) -> None:
    """Called often enough, far enough apart, and given as long again after the last time."""
    pool = ticket.waits_in
    lacking = pool.recalls_before_no_show - spaced_recalls(calls, pool.recall_spacing)
    if lacking > 0:
        raise PolicyRefused(
            _("Panggil ulang nomor %(label)s %(times)d kali lagi, berjarak paling sedikit %(seconds)d detik.")
            % {"label": ticket, "times": lacking, "seconds": pool.recall_spacing}
        )
    ready = calls[-1].at + timedelta(seconds=pool.recall_spacing)
    if at < ready:
        raise PolicyRefused(
            _("Beri waktu %(seconds)d detik lagi sejak panggilan terakhir nomor %(label)s.")
            % {"label": ticket, "seconds": seconds_between(at, ready) + 1}
        )


def spaced_recalls(calls: Sequence[Call], spacing: int) -> int:
    """How many of the calls after the first came at least `spacing` seconds after the last that counted."""
    counted = calls[:1]
    for call in calls[1:]:
        if seconds_between(counted[-1].at, call.at) >= spacing:
            counted = [*counted, call]
    return max(0, len(counted) - 1)


def check_undoable(ticket: Ticket, reason: str) -> None:
    check_of_today(ticket)
    if not reason.strip():
        raise InputRefused(_("Tulis alasan membetulkan nomor ini; alasannya tercatat."), field="reason")
