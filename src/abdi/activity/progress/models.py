"""What was done, day by day, and what is meant to be done quarter by quarter."""

from uuid import uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.activity.progress.enums import EntrySource, EntryStatus
from abdi.organisation.models import Employee
from abdi.planning.models import Iki, Rhk, Skp
from abdi.platform.tenancy.models import TenantModel

LONGEST_WINDOW = 60  # working days: a quarter, so that no deadline reaches past the calendar's next year
_DECIDED = (EntryStatus.DISETUJUI, EntryStatus.DIKEMBALIKAN)


class Entry(TenantModel):
    """One thing an employee did on one day. Confirmed from facts, it keeps their ids and a digest of them."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="progress")
    skp = models.ForeignKey(Skp, on_delete=models.PROTECT, related_name="progress")
    rhk = models.ForeignKey(
        Rhk,
        verbose_name=_("hasil kerja"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="progress",
    )
    day = models.DateField(_("hari"))
    text = models.CharField(_("yang dikerjakan"), max_length=1000)
    amount = models.DecimalField(_("jumlah"), max_digits=12, decimal_places=2, null=True, blank=True)
    satuan = models.CharField(_("satuan"), max_length=40, blank=True)
    source = models.CharField(_("asal"), max_length=10, choices=EntrySource, default=EntrySource.MANUAL)
    # made on the device: the same one told again is the same entry
    client_id = models.UUIDField(default=uuid4, editable=False)
    topic = models.CharField(max_length=80, blank=True)
    fact_ids = models.JSONField(default=list, blank=True)
    fact_digest = models.CharField(max_length=64, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=EntryStatus, default=EntryStatus.DIISI)
    filed_at = models.DateTimeField(_("diisi pada"), default=timezone.now)
    remarks = models.TextField(_("alasan pengembalian"), blank=True)
    decided_at = models.DateTimeField(_("diputus pada"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(TenantModel.Meta):
        ordering = ["-day", "pk"]
        verbose_name = verbose_name_plural = _("progres harian")
        indexes = [
            models.Index(fields=["employee", "day"], name="progress_by_day"),
            models.Index(fields=["instansi", "status", "day"], name="progress_by_status"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "client_id"],
                name="progress_told_once",
                violation_error_message=_("Progres ini sudah terkirim."),
            ),
            models.UniqueConstraint(
                fields=["employee", "day", "topic"],
                condition=Q(source=EntrySource.FAKTA) & ~Q(status=EntryStatus.DITARIK),
                name="progress_confirmed_once",
                violation_error_message=_("Catatan layanan hari itu sudah disahkan."),
            ),
            models.CheckConstraint(
                condition=(Q(amount=None, satuan="") | (Q(amount__gt=0) & ~Q(satuan=""))),
                name="progress_amount_has_a_unit",
                violation_error_message=_("Isi jumlah bersama satuannya, misalnya 3 dokumen."),
            ),
            models.CheckConstraint(
                condition=Q(source=EntrySource.MANUAL, topic="")
                | (Q(source=EntrySource.FAKTA) & ~Q(topic="") & ~Q(fact_digest="")),
                name="progress_facts_named",
                violation_error_message=_("Progres dari catatan layanan menyebut catatannya."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=_DECIDED, decided_at__isnull=False, decided_by__isnull=False)
                | (~Q(status__in=_DECIDED) & Q(decided_at=None, decided_by=None)),
                name="progress_decision_signed",
                violation_error_message=_("Persetujuan dan pengembalian mencatat siapa dan kapan."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_from_facts(self) -> bool:
        return self.source == EntrySource.FAKTA


class ProgressSetting(TenantModel):
    """The instansi's own windows, in working days; empty is no limit. The law sets none."""

    days_to_enter = models.PositiveSmallIntegerField(
        _("hari kerja untuk mengisi"), null=True, blank=True, validators=[MaxValueValidator(LONGEST_WINDOW)]
    )
    days_to_approve = models.PositiveSmallIntegerField(
        _("hari kerja untuk menyetujui"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(LONGEST_WINDOW)],
    )

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("pengaturan progres")
        constraints = [models.UniqueConstraint(fields=["instansi"], name="progress_setting_once")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class ActionLine(TenantModel):
    """Rencana aksi: one action towards one RHK, or towards one of its IKI."""

    rhk = models.ForeignKey(Rhk, on_delete=models.PROTECT, related_name="action_lines")
    iki = models.ForeignKey(
        Iki,
        verbose_name=_("indikator"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="action_lines",
    )
    text = models.CharField(_("rencana aksi"), max_length=500)
    evidence_wanted = models.CharField(_("bukti dukung yang disiapkan"), max_length=300, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["rhk", "pk"]
        verbose_name = verbose_name_plural = _("rencana aksi")

    def __str__(self) -> str:
        return self.text


class ActionQuarter(TenantModel):
    """What an action is to bring in one quarter, and what it brought."""

    QUARTERS = range(1, 5)

    line = models.ForeignKey(ActionLine, on_delete=models.CASCADE, related_name="quarters")
    quarter = models.PositiveSmallIntegerField(_("triwulan"))
    target = models.CharField(_("target"), max_length=200)
    realisation = models.CharField(_("realisasi"), max_length=500, blank=True)
    note = models.CharField(_("catatan"), max_length=500, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["line", "quarter"]
        verbose_name = verbose_name_plural = _("target triwulan")
        constraints = [
            models.UniqueConstraint(fields=["line", "quarter"], name="action_quarter_once"),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4),
                name="action_quarter_of_a_year",
                violation_error_message=_("Triwulan adalah 1 sampai 4."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quarter}: {self.target}"
