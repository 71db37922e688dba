"""Times that can be reserved, and who reserved one."""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Dated, Layanan
from abdi.platform.tenancy.models import TenantModel
from abdi.rules.kalender import HARI
from abdi.services.queue.models import Pool, Ticket
from abdi.services.reservations.enums import ReservationStatus


class Slot(Dated):
    """A time of the week with so many places in one number line, bookable until a deadline."""

    pool = models.ForeignKey(Pool, verbose_name=_("antrean"), on_delete=models.PROTECT, related_name="slots")
    weekday = models.PositiveSmallIntegerField(_("hari"), choices=list(enumerate(HARI)))
    starts = models.TimeField(_("mulai pukul"))
    ends = models.TimeField(_("sampai pukul"))
    quota = models.PositiveSmallIntegerField(_("kuota"))
    early = models.PositiveSmallIntegerField(_("boleh lapor tiba sebelum mulai (menit)"), default=15)
    late = models.PositiveSmallIntegerField(_("hangus sesudah mulai (menit)"), default=15)
    book_until = models.PositiveSmallIntegerField(_("pesan paling lambat (menit sebelum mulai)"), default=30)
    days_ahead = models.PositiveSmallIntegerField(_("pesan paling awal (hari sebelumnya)"), default=14)

    class Meta(Dated.Meta):
        ordering = ["pool", "weekday", "starts"]
        verbose_name = verbose_name_plural = _("sesi reservasi")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")),
                name="slot_hours_in_order",
                violation_error_message=_("Jam selesai harus sesudah jam mulai."),
            ),
            models.CheckConstraint(
                condition=Q(quota__gt=0),
                name="slot_has_places",
                violation_error_message=_("Kuota paling sedikit satu."),
            ),
            models.UniqueConstraint(
                fields=["pool", "weekday", "starts", "valid_from"],
                name="slot_once",
                violation_error_message=_("Sesi ini sudah ada."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts:%H.%M}–{self.ends:%H.%M}"


class SlotDay(TenantModel):
    """How many places of a slot are taken on one day; its row is held while one more is."""

    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="days")
    day = models.DateField()
    taken = models.PositiveSmallIntegerField(default=0)

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["slot", "day"], name="slot_day_once")]

    def __str__(self) -> str:
        return f"{self.slot} {self.day:%d-%m-%Y}"

    @property
    def left(self) -> int:
        return max(0, self.slot.quota - self.taken)

    @property
    def starts_at(self) -> datetime:
        return self._at(self.slot.starts)

    @property
    def ends_at(self) -> datetime:
        return self._at(self.slot.ends)

    @property
    def arrive_from(self) -> datetime:
        return self.starts_at - timedelta(minutes=self.slot.early)

    @property
    def arrive_until(self) -> datetime:
        """Who comes later has lost his place."""
        return self.starts_at + timedelta(minutes=self.slot.late)

    @property
    def book_until(self) -> datetime:
        return self.starts_at - timedelta(minutes=self.slot.book_until)

    def _at(self, clock: time) -> datetime:
        """In the zone of the instansi."""
        return timezone.make_aware(datetime.combine(self.day, clock))


class Reservation(TenantModel):
    """A place kept. Its code is no number in the queue: that comes when its owner has arrived."""

    code = models.CharField(_("kode reservasi"), max_length=12)
    slot_day = models.ForeignKey(SlotDay, on_delete=models.PROTECT, related_name="reservations")
    layanan = models.ForeignKey(Layanan, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        _("status"), max_length=20, choices=ReservationStatus, default=ReservationStatus.DIPESAN
    )
    booked_at = models.DateTimeField(_("dipesan pada"))
    # keyed digest of the phone number or NIK given, so that one person holds one place; gone when the day is over
    identity = models.CharField(max_length=64, blank=True)
    ticket = models.OneToOneField(
        Ticket, null=True, blank=True, on_delete=models.PROTECT, related_name="reservation"
    )

    class Meta(TenantModel.Meta):
        ordering = ["slot_day", "booked_at"]
        verbose_name = verbose_name_plural = _("reservasi")
        constraints = [
            models.UniqueConstraint(fields=["code"], name="reservation_code_once"),
            models.UniqueConstraint(
                fields=["identity", "slot_day"],
                condition=Q(status__in=["dipesan", "tiba"]) & ~Q(identity=""),
                name="reservation_one_a_person",
                violation_error_message=_("Anda sudah memesan tempat pada sesi ini."),
            ),
            models.CheckConstraint(
                condition=Q(status="tiba", ticket__isnull=False) | (~Q(status="tiba") & Q(ticket=None)),
                name="reservation_arrived_has_ticket",
            ),
        ]

    def __str__(self) -> str:
        return self.code
