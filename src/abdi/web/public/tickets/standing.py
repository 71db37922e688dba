"""A number as its holder sees it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from abdi.platform import moments
from abdi.platform.ui import formats
from abdi.services.queue.enums import TicketStatus
from abdi.services.queue.estimate import Basis, Estimate
from abdi.services.queue.models import Ticket
from abdi.services.queue.notices import NEAR
from abdi.services.queue.positions import Position, position_of

BASES: dict[Basis, str | Promise] = {
    Basis.SAME_HOUR: gettext_lazy("layanan yang sama, pada hari dan jam serupa"),
    Basis.SAME_SERVICE: gettext_lazy("layanan yang sama, semua hari dan jam"),
    Basis.SAME_LINE: gettext_lazy("semua layanan di antrean ini"),
}
WORDS: dict[str, str | Promise] = {
    TicketStatus.DIPANGGIL: gettext_lazy("Nomor Anda dipanggil: datanglah ke %s"),
    TicketStatus.DILAYANI: gettext_lazy("Anda sedang dilayani di %s"),
    TicketStatus.DITUNDA: gettext_lazy("Ditunda sebentar; petugas akan memanggil Anda lagi"),
    TicketStatus.SELESAI: gettext_lazy("Selesai dilayani"),
    TicketStatus.TIDAK_HADIR: gettext_lazy("Sudah dipanggil beberapa kali dan tidak ada yang datang"),
    TicketStatus.DITINGGALKAN: gettext_lazy("Kantor tutup sebelum nomor ini sempat dilayani"),
    TicketStatus.DIBATALKAN: gettext_lazy("Nomor ini dibatalkan"),
}
_STEPS = (5, 10, 15, 30, 60, 120)  # minutes between two marks of the scale, of which there are four
_MARKS, _LEFT, _WIDTH = 4, 10, 340  # units of the drawing


@dataclass(frozen=True)
class Scale:
    """The estimate as a drawing 360 wide: the band, and (x, minutes) of each mark."""

    x: float
    width: float
    marks: list[tuple[float, int]]


@dataclass(frozen=True)
class Standing:
    ticket: Ticket
    position: Position
    at: datetime

    @property
    def waits(self) -> bool:
        return self.ticket.status == TicketStatus.MENUNGGU

    @property
    def is_near(self) -> bool:
        return self.waits and self.position.ahead <= NEAR

    @property
    def is_called(self) -> bool:
        return self.ticket.status == TicketStatus.DIPANGGIL

    @property
    def can_cancel(self) -> bool:
        return self.waits or self.ticket.status in {TicketStatus.DIPANGGIL, TicketStatus.DITUNDA}

    @property
    def words(self) -> str:
        """Where it stands, in one sentence."""
        if self.waits:
            ahead = self.position.ahead
            several = ngettext("%d orang di depan Anda", "%d orang di depan Anda", ahead) % ahead
            return several if ahead else _("Anda berikutnya")
        told = str(WORDS[self.ticket.status])
        session = self.ticket.session
        return told % (session.counter if session else _("loket")) if "%s" in told else told

    @property
    def step(self) -> int:
        """Which of the three steps it is in: 2 waiting, 3 at a counter, 4 all done."""
        if self.ticket.has_ended:
            return 4
        return 2 if self.waits else 3

    @property
    def clocks(self) -> str:
        """Between which times of the day the turn is expected."""
        found = self._estimate
        low, high = (self.at + timedelta(seconds=one) for one in (found.low, found.high))
        first = formats.clock(low).split(formats.NBSP)[0]
        return f"{first}{formats.DASH}{formats.clock(high)}"

    @property
    def minutes(self) -> str:
        low, high = self._minutes
        return (
            formats.interval(low, high, unit="menit") if high > low else formats.with_unit(str(high), "menit")
        )

    @property
    def basis(self) -> str:
        return str(BASES[self._estimate.basis])

    @property
    def scale(self) -> Scale:
        low, high = self._minutes
        step = next((one for one in _STEPS if one * _MARKS >= high), _STEPS[-1])
        whole = step * _MARKS
        marks = [(_LEFT + _WIDTH * number / _MARKS, step * number) for number in range(_MARKS + 1)]
        start, end = (min(one, whole) / whole * _WIDTH for one in (low, high))
        return Scale(round(_LEFT + start, 1), round(max(end - start, 4), 1), marks)

    @property
    def _minutes(self) -> tuple[int, int]:
        """Rounded outwards, so that the range stays one in which the turn falls."""
        found = self._estimate
        return found.low // 60, -(-found.high // 60)

    @property
    def _estimate(self) -> Estimate:
        found = self.position.estimate
        if found is None:
            raise ValueError("asked for an estimate where there is none")
        return found


def standing_of(ticket: Ticket) -> Standing:
    return Standing(ticket, position_of(ticket), moments.now())
