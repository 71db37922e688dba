"""Number lines, the counters that serve them, and every ticket with every state it was in.

A state is never overwritten: an `Interval` begins where the one before it ends, and both databases refuse to change
either. What the ticket itself repeats of them (`status`, `session`) is for finding the next one fast.
"""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.platform.tenancy.models import TenantManager, TenantModel, TenantQuerySet
from abdi.services.queue.enums import ENDED, Cause, Channel, OfficerState, Priority, TicketStatus


class Pool(TenantModel):
    """One number line. Several services may share it, several counters serve it."""

    unit = models.ForeignKey(
        Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="pools"
    )
    letter = models.CharField(_("huruf nomor"), max_length=2)
    name = models.CharField(_("nama antrean"), max_length=100)
    layanan = models.ManyToManyField(Layanan, verbose_name=_("layanan"), related_name="pools")
    is_active = models.BooleanField(_("dipakai"), default=True)
    ordinary_between = models.PositiveSmallIntegerField(
        _("nomor biasa di antara dua nomor prioritas"),
        default=1,
        help_text=_("0: prioritas selalu didahulukan. Diatur per antrean, bukan pilihan petugas."),
    )
    recalls_before_no_show = models.PositiveSmallIntegerField(
        _("panggilan ulang sebelum dianggap tidak hadir"), default=3
    )
    recall_spacing = models.PositiveSmallIntegerField(
        _("jarak antarpanggilan (detik)"),
        default=30,
        help_text=_("Panggilan ulang yang lebih cepat tetap boleh, tetapi tidak dihitung dan tercatat."),
    )
    is_open_online = models.BooleanField(_("nomor dapat diambil dari jauh tanpa reservasi"), default=False)
    is_overnight = models.BooleanField(
        _("berjalan melewati tengah malam"),
        default=False,
        help_text=_("Untuk layanan 24 jam: nomor kemarin yang masih menunggu tetap dipanggil."),
    )

    class Meta(TenantModel.Meta):
        ordering = ["unit", "letter"]
        verbose_name = verbose_name_plural = _("antrean")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "letter"],
                name="pool_letter_once",
                violation_error_message=_("Huruf ini sudah dipakai antrean lain di unit ini."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter} · {self.name}"


class PoolDay(TenantModel):
    """The last number of one line on one day; its row is held while the next is given out."""

    pool = models.ForeignKey(Pool, on_delete=models.PROTECT, related_name="days")
    day = models.DateField()
    last_sequence = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(null=True)  # of that number: a clock set back lets no newcomer pass
    ordinary_owed = models.PositiveIntegerField(default=0)  # to be called before a prioritised one may jump

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["pool", "day"], name="pool_day_once")]

    def __str__(self) -> str:
        return f"{self.pool} {self.day:%d-%m-%Y}"


class Counter(TenantModel):
    """A desk with a number on it."""

    unit = models.ForeignKey(
        Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="counters"
    )
    number = models.PositiveSmallIntegerField(_("nomor loket"))
    name = models.CharField(_("nama"), max_length=100, blank=True)
    pools = models.ManyToManyField(Pool, verbose_name=_("antrean yang dilayani"), related_name="counters")
    is_active = models.BooleanField(_("dipakai"), default=True)

    class Meta(TenantModel.Meta):
        ordering = ["unit", "number"]
        verbose_name = verbose_name_plural = _("loket")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "number"],
                name="counter_number_once",
                violation_error_message=_("Nomor loket ini sudah dipakai di unit ini."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or _("Loket %d") % self.number


class Session(TenantModel):
    """An officer at a counter, from sitting down until leaving it."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="counter_sessions")
    counter = models.ForeignKey(Counter, on_delete=models.PROTECT, related_name="sessions")
    state = models.CharField(_("keadaan"), max_length=20, choices=OfficerState, default=OfficerState.MELAYANI)
    began_at = models.DateTimeField(_("mulai"))
    ended_at = models.DateTimeField(_("berakhir"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-began_at"]
        verbose_name = verbose_name_plural = _("sesi loket")
        constraints = [
            models.UniqueConstraint(
                fields=["counter"],
                condition=Q(ended_at=None),
                name="session_one_at_a_counter",
                violation_error_message=_("Loket ini sedang dipakai petugas lain; pilih loket yang kosong."),
            ),
            models.UniqueConstraint(
                fields=["employee"],
                condition=Q(ended_at=None),
                name="session_one_of_an_officer",
                violation_error_message=_("Anda masih duduk di loket lain; tutup dahulu loket itu."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.employee}, {self.counter}"


class SessionState(TenantModel):
    """Serving, break, back office: each from `began_at` until the next of the same session begins. Append-only."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="states")
    state = models.CharField(max_length=20, choices=OfficerState)
    began_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        ordering = ["began_at", "pk"]

    def __str__(self) -> str:
        return f"{self.session}: {self.get_state_display()}"


class TicketQuerySet(TenantQuerySet["Ticket"]):
    def on(self, day: date) -> Self:
        return self.filter(service_date=day)

    def waiting(self) -> Self:
        return self.filter(status=TicketStatus.MENUNGGU)

    def unended(self) -> Self:
        return self.exclude(status__in=ENDED)


class Ticket(TenantModel):
    """A number somebody holds."""

    pool = models.ForeignKey(Pool, on_delete=models.PROTECT, related_name="tickets")  # whose number it is
    service_date = models.DateField(_("hari"))
    sequence = models.PositiveIntegerField()
    label = models.CharField(_("nomor"), max_length=10)
    code = models.CharField(_("kode tiket"), max_length=12)  # opens the holder's page: not to be guessed
    layanan = models.ForeignKey(
        Layanan, verbose_name=_("layanan"), on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(_("saluran"), max_length=10, choices=Channel)
    priority = models.CharField(_("prioritas"), max_length=10, choices=Priority, default=Priority.BIASA)
    priority_reason = models.CharField(_("alasan prioritas"), max_length=200, blank=True)
    priority_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    queued_at = models.DateTimeField(_("masuk antrean"))  # never changes, whatever happens to its place

    # where it stands now
    status = models.CharField(_("status"), max_length=20, choices=TicketStatus, default=TicketStatus.MENUNGGU)
    waits_in = models.ForeignKey(Pool, on_delete=models.PROTECT, related_name="+")  # differs after a transfer
    waits_for = models.ForeignKey(Counter, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    place_at = (
        models.DateTimeField()
    )  # its place in the order; the moment it was queued unless it stepped back
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="tickets"
    )
    # measured when they are known, in seconds by the clock; for estimates and boards, the law reads the facts
    wait_seconds = models.PositiveIntegerField(null=True, blank=True)  # queued → first called
    service_seconds = models.PositiveIntegerField(null=True, blank=True)
    delivered = models.CharField(_("yang diserahkan"), max_length=200, blank=True)
    quantity = models.PositiveSmallIntegerField(_("jumlah"), default=1)
    standar_version = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = TenantManager.from_queryset(TicketQuerySet)()

    class Meta(TenantModel.Meta):
        ordering = ["service_date", "place_at", "pk"]
        verbose_name = verbose_name_plural = _("nomor antrean")
        constraints = [
            models.UniqueConstraint(fields=["pool", "service_date", "sequence"], name="ticket_number_once"),
            models.UniqueConstraint(fields=["code"], name="ticket_code_once"),
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(status__in=["dipanggil", "dilayani"]),
                name="ticket_one_at_a_counter",
                violation_error_message=_("Selesaikan dahulu nomor yang sedang di loket ini."),
            ),
            models.CheckConstraint(
                condition=Q(priority="biasa") | ~Q(priority_reason=""),
                name="ticket_priority_has_a_reason",
                violation_error_message=_("Sebutkan alasan prioritasnya."),
            ),
        ]
        indexes = [
            models.Index(fields=["waits_in", "status", "place_at"], name="ticket_next"),
            models.Index(fields=["layanan", "service_date"], name="ticket_of_layanan"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_prioritised(self) -> bool:
        return self.priority != Priority.BIASA

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED


class Interval(TenantModel):
    """One state of a ticket, from `began_at` until the next one begins. Append-only."""

    ticket = models.ForeignKey(Ticket, on_delete=models.PROTECT, related_name="intervals")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=TicketStatus)
    cause = models.CharField(max_length=20, choices=Cause)
    began_at = models.DateTimeField()
    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=200, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["ticket", "number"]
        constraints = [models.UniqueConstraint(fields=["ticket", "number"], name="interval_number_once")]

    def __str__(self) -> str:
        return f"{self.ticket_id}.{self.number} {self.state}"


class Call(TenantModel):
    """A number called aloud, and called again. Append-only; the boards read it."""

    ticket = models.ForeignKey(Ticket, on_delete=models.PROTECT, related_name="calls")
    number = models.PositiveSmallIntegerField()
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="+")
    counter = models.ForeignKey(Counter, on_delete=models.PROTECT, related_name="calls")
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["ticket", "number"], name="call_number_once")]
        indexes = [models.Index(fields=["counter", "-at"], name="call_of_counter")]

    def __str__(self) -> str:
        return f"{self.ticket_id} #{self.number}"


class Board(TenantModel):
    """A display in a waiting room: which lines it shows."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(_("kode papan"), max_length=40)
    name = models.CharField(_("nama"), max_length=100)
    pools = models.ManyToManyField(Pool, verbose_name=_("antrean"), related_name="boards")

    class Meta(TenantModel.Meta):
        ordering = ["code"]
        verbose_name = verbose_name_plural = _("papan antrean")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "code"],
                name="board_code_once",
                violation_error_message=_("Kode papan ini sudah dipakai."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


def seconds_between(began: datetime, ended: datetime) -> int:
    return max(0, int((ended - began).total_seconds()))
