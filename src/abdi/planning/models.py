"""SKP: what an employee promises for a period, and by what it will be seen."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Position
from abdi.planning.enums import (
    AnnexKind,
    Arah,
    Aspek,
    MetricScope,
    Pendekatan,
    PeriodKind,
    Perspektif,
    RhkKind,
    SkpStatus,
)
from abdi.platform.tenancy.models import TenantModel


class Period(TenantModel):
    """A stretch of time that is planned for or judged, with the deadlines of both."""

    name = models.CharField(_("nama"), max_length=100)
    kind = models.CharField(_("jenis"), max_length=20, choices=PeriodKind)
    start = models.DateField(_("mulai"))
    end = models.DateField(_("selesai"))
    filing_deadline = models.DateField(_("batas pengisian"))
    assessor_deadline = models.DateField(_("batas penilaian"))

    class Meta(TenantModel.Meta):
        ordering = ["start", "-end"]
        verbose_name = verbose_name_plural = _("periode")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "kind", "start"],
                name="period_once",
                violation_error_message=_("Periode jenis ini sudah ada untuk tanggal mulai tersebut."),
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="period_dates_in_order",
                violation_error_message=_("Tanggal selesai harus sesudah tanggal mulai."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def covers(self, other: "Period") -> bool:
        return self.start <= other.start and other.end <= self.end


class Skp(TenantModel):
    """Sasaran Kinerja Pegawai: one employee, one position, one annual period."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="skp")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="skp")
    pejabat_penilai = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="skp_to_assess")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="skp")
    start = models.DateField(_("mulai"))
    end = models.DateField(_("selesai"))
    pendekatan = models.CharField(
        _("pendekatan"), max_length=20, choices=Pendekatan, default=Pendekatan.KUANTITATIF
    )
    status = models.CharField(_("status"), max_length=20, choices=SkpStatus, default=SkpStatus.DRAF)
    version = models.PositiveSmallIntegerField(_("versi"), default=1)
    remarks = models.TextField(_("catatan pengembalian"), blank=True)
    # the form as it was agreed; never printed from live rows
    snapshot = models.JSONField(default=dict, blank=True)
    submitted_at = models.DateTimeField(_("diajukan pada"), null=True, blank=True)
    agreed_at = models.DateTimeField(_("disepakati pada"), null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("disepakati oleh"),
    )

    class Meta(TenantModel.Meta):
        ordering = ["-period__start", "employee__name", "pk"]
        verbose_name = verbose_name_plural = "SKP"
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "position", "period", "start"],
                name="skp_once",
                violation_error_message=_("Pegawai ini sudah punya SKP untuk jabatan dan periode tersebut."),
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="skp_dates_in_order",
                violation_error_message=_("Tanggal selesai harus sesudah tanggal mulai."),
            ),
            models.CheckConstraint(
                condition=~Q(employee=F("pejabat_penilai")),
                name="skp_two_people",
                violation_error_message=_("Pejabat penilai harus orang lain."),
            ),
            models.CheckConstraint(
                condition=Q(status=SkpStatus.DISEPAKATI, agreed_at__isnull=False, agreed_by__isnull=False)
                | (~Q(status=SkpStatus.DISEPAKATI) & Q(agreed_at=None, agreed_by=None)),
                name="skp_agreement_signed",
                violation_error_message=_("SKP yang disepakati mencatat siapa dan kapan."),
            ),
        ]

    def __str__(self) -> str:
        return f"SKP {self.employee}, {self.period}"


class Rhk(TenantModel):
    """Rencana Hasil Kerja: one result the employee is expected to bring about."""

    skp = models.ForeignKey(Skp, on_delete=models.CASCADE, related_name="rhk")
    order = models.PositiveSmallIntegerField(_("urutan"))
    kind = models.CharField(_("klasifikasi"), max_length=10, choices=RhkKind, default=RhkKind.UTAMA)
    text = models.TextField(_("rencana hasil kerja"))
    intervened_text = models.TextField(_("RHK pimpinan yang diintervensi"), blank=True)
    # which of the leader's RHK it serves; no foreign key, so that one taken out above is still known by it
    intervened_uid = models.UUIDField(_("acuan RHK pimpinan"), null=True, blank=True)
    assigned_by = models.CharField(_("penugasan dari"), max_length=200, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["skp_id", "-kind", "order", "pk"]  # utama before tambahan
        verbose_name = verbose_name_plural = "RHK"

    def __str__(self) -> str:
        return self.text

    def serve(self, above: "Rhk | None") -> None:
        """Support a result of the leader, in its words of now; None: nothing of his any more."""
        self.intervened_uid = above.uid if above else None
        self.intervened_text = above.text if above else ""


class Iki(TenantModel):
    """Indikator Kinerja Individu: by what a result is seen. With a `metric`, Abdi measures it from facts.

    Its target is a number, a range, or words; words are read by the leader and have no percentage.
    """

    rhk = models.ForeignKey(Rhk, on_delete=models.CASCADE, related_name="iki")
    order = models.PositiveSmallIntegerField(_("urutan"))
    text = models.TextField(_("indikator kinerja individu"))
    aspek = models.CharField(_("aspek"), max_length=20, choices=Aspek, blank=True, default=Aspek.KUANTITAS)
    perspektif = models.CharField(_("perspektif"), max_length=20, choices=Perspektif, blank=True)
    arah = models.CharField(_("arah"), max_length=10, choices=Arah, default=Arah.NAIK)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=3, null=True, blank=True)
    target_high = models.DecimalField(
        _("target batas atas"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    target_text = models.TextField(_("target dalam kata-kata"), blank=True)
    satuan = models.CharField(_("satuan"), max_length=40, blank=True)
    metric = models.CharField(_("ukuran"), max_length=60, blank=True)
    metric_scope = models.CharField(
        _("cakupan ukuran"), max_length=10, choices=MetricScope, default=MetricScope.PETUGAS
    )

    class Meta(TenantModel.Meta):
        ordering = ["rhk", "order", "pk"]
        verbose_name = verbose_name_plural = "IKI"
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    arah=Arah.RENTANG,
                    target__isnull=False,
                    target_high__isnull=False,
                    target_high__gte=F("target"),
                )
                | (~Q(arah=Arah.RENTANG) & Q(target_high=None)),
                name="iki_range_has_two_ends",
                violation_error_message=_("Target rentang butuh batas bawah dan batas atas yang berurutan."),
            ),
            models.CheckConstraint(
                condition=Q(target=None) | Q(target__gt=0),
                name="iki_target_positive",
                violation_error_message=_(
                    "Target harus lebih besar dari nol, supaya capaian dapat dihitung."
                ),
            ),
            models.CheckConstraint(
                condition=Q(target=None) | Q(target_text=""),
                name="iki_target_number_or_words",
                violation_error_message=_(
                    "Tulis target sebagai angka atau sebagai kata-kata, bukan keduanya."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_measured(self) -> bool:
        return bool(self.metric)

    @property
    def bounds(self) -> tuple[Decimal, ...]:
        """The numbers of the target: none (it is in words), one, or the two ends of a range."""
        return tuple(bound for bound in (self.target, self.target_high) if bound is not None)


class Ekspektasi(TenantModel):
    """Ekspektasi khusus pimpinan on one of the behaviour values."""

    skp = models.ForeignKey(Skp, on_delete=models.CASCADE, related_name="ekspektasi")
    nilai = models.CharField(_("nilai dasar"), max_length=40)
    text = models.TextField(_("ekspektasi khusus pimpinan"), blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["skp_id", "pk"]
        verbose_name = verbose_name_plural = _("ekspektasi perilaku")
        constraints = [models.UniqueConstraint(fields=["skp", "nilai"], name="ekspektasi_once_per_value")]

    def __str__(self) -> str:
        return f"{self.nilai}: {self.text}"


class AnnexLine(TenantModel):
    """A line of Lampiran SKP."""

    skp = models.ForeignKey(Skp, on_delete=models.CASCADE, related_name="annex")
    kind = models.CharField(_("daftar"), max_length=20, choices=AnnexKind)
    order = models.PositiveSmallIntegerField(_("urutan"))
    text = models.TextField(_("isi"))

    class Meta(TenantModel.Meta):
        ordering = ["skp_id", "kind", "order", "pk"]
        verbose_name = verbose_name_plural = _("lampiran SKP")

    def __str__(self) -> str:
        return self.text
