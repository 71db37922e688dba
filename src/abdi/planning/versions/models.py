"""What was agreed before, and the times in which nothing is agreed."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee
from abdi.planning.models import Skp
from abdi.planning.versions.enums import WITHOUT_SKP, AbsenceKind, Ground
from abdi.platform.tenancy.models import TenantModel


class SkpVersion(TenantModel):
    """The SKP as it was agreed once. The last four fields say how it ended, if it did."""

    skp = models.ForeignKey(Skp, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("versi"))
    content = models.JSONField(_("isi"))  # as `planning.snapshot.document_of` shapes it
    agreed_at = models.DateTimeField(_("disepakati pada"))
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(_("alasan menurut aturan"), max_length=30, choices=Ground, blank=True)
    reason = models.TextField(_("penjelasan"), blank=True)
    reopened_at = models.DateTimeField(_("dibuka kembali pada"), null=True, blank=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta(TenantModel.Meta):
        ordering = ["skp", "-number"]
        verbose_name = verbose_name_plural = _("versi SKP")
        constraints = [
            models.UniqueConstraint(
                fields=["skp", "number"],
                name="skp_version_once",
                violation_error_message=_("Versi SKP ini sudah disimpan."),
            ),
            models.CheckConstraint(
                condition=Q(reopened_at=None, reopened_by=None, ground="", reason="")
                | (Q(reopened_at__isnull=False, reopened_by__isnull=False) & ~Q(ground="") & ~Q(reason="")),
                name="skp_version_reopened_with_ground",
                violation_error_message=_("Pembukaan kembali mencatat siapa, kapan, dan alasannya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skp}, versi {self.number}"


class Absence(TenantModel):
    """A stretch in which somebody has no SKP (Ps 23), or is assessed from elsewhere (Ps 43–44)."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="absences")
    kind = models.CharField(_("keadaan"), max_length=30, choices=AbsenceKind)
    start = models.DateField(_("mulai"))
    end = models.DateField(_("sampai"), null=True, blank=True)
    dasar = models.CharField(
        _("dasar"), max_length=200, help_text=_("Nomor dan tanggal keputusan yang menetapkannya.")
    )

    class Meta(TenantModel.Meta):
        ordering = ["-start", "pk"]
        verbose_name = verbose_name_plural = _("keadaan pegawai")
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")),
                name="absence_dates_in_order",
                violation_error_message=_("Tanggal selesai tidak boleh sebelum tanggal mulai."),
            ),
        ]
        indexes = [models.Index(fields=["instansi", "kind", "start"], name="absence_by_kind")]

    def __str__(self) -> str:
        return f"{self.employee}: {self.get_kind_display()}"

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    @property
    def is_without_skp(self) -> bool:
        return self.kind in WITHOUT_SKP
