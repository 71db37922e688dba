"""Opening hours of a unit, or of one of its services where that differs."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Dated, Layanan, Unit
from abdi.platform.calendar.models import check_hours
from abdi.platform.tenancy.models import TenantModel
from abdi.rules.kalender import Week, read_week


class Schedule(Dated):
    """The week of a unit, or of one service: {"senin": [["08:00", "12:00"], …], …}."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="+")
    layanan = models.ForeignKey(
        Layanan,
        verbose_name=_("layanan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Kosongkan bila jam ini berlaku untuk semua layanan unit."),
    )
    hours = models.JSONField(_("jam layanan"), validators=[check_hours])
    cut_off = models.PositiveSmallIntegerField(
        _("nomor terakhir (menit sebelum tutup)"),
        default=0,
        help_text=_("Sesudah itu tidak ada nomor baru, dan yang sudah memegang nomor tetap dilayani."),
    )

    class Meta(Dated.Meta):
        ordering = ["unit", "layanan", "valid_from"]
        verbose_name = verbose_name_plural = _("jam layanan")
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["unit", "layanan", "valid_from"],
                nulls_distinct=False,
                name="schedule_one_start",
                violation_error_message=_("Sudah ada jam layanan yang berlaku sejak tanggal ini."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.layanan or self.unit} {self.valid_from:%d-%m-%Y}"

    @property
    def week(self) -> Week:
        return read_week(self.hours, field="jam")


class SpecialDay(TenantModel):
    """One day with hours of its own, or closed: over the holidays and over the week."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="+")
    layanan = models.ForeignKey(
        Layanan,
        verbose_name=_("layanan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    day = models.DateField(_("tanggal"))
    hours = models.JSONField(_("jam"), default=list, blank=True)  # [["08:00", "10:00"], …]; none: closed
    reason = models.CharField(_("sebab"), max_length=200)

    class Meta(TenantModel.Meta):
        ordering = ["day", "unit"]
        verbose_name = verbose_name_plural = _("hari khusus")
        indexes = [models.Index(fields=["unit", "day"], name="special_day_of_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "layanan", "day"],
                nulls_distinct=False,
                name="special_day_once",
                violation_error_message=_("Tanggal ini sudah diatur; ubah yang sudah ada."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="special_day_has_a_reason",
                violation_error_message=_("Sebutkan sebabnya; warga membacanya di halaman layanan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.layanan or self.unit} {self.day:%d-%m-%Y}"

    def is_past(self, today: date) -> bool:
        return self.day < today
