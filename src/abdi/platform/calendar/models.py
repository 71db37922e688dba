"""What one instansi changes in the national calendar, and the hours it is open."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import TenantModel
from abdi.rules import RuleInputError
from abdi.rules.kalender import Calendar, Week, read_week


class DayKind(models.TextChoices):
    LIBUR = "libur", _("hari libur")
    CUTI_BERSAMA = "cuti_bersama", _("cuti bersama")
    HARI_KERJA = "hari_kerja", _("tetap hari kerja")


class CalendarDay(TenantModel):
    """One day that differs here from the national calendar."""

    day = models.DateField(_("tanggal"))
    kind = models.CharField(_("sifat"), max_length=20, choices=DayKind)
    name = models.CharField(_("nama hari"), max_length=200)

    class Meta(TenantModel.Meta):
        ordering = ["day"]
        verbose_name = verbose_name_plural = _("hari pada kalender")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "day"],
                name="calendar_day_once",
                violation_error_message=_("Tanggal ini sudah diatur; ubah yang sudah ada."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.name}"


def check_hours(hours: object) -> None:
    """Hours as `rules` reads them: {"senin": [["07:30", "12:00"], …]}."""
    try:
        Calendar(frozenset(), week=read_week(hours, field="jam"))
    except RuleInputError as error:
        raise ValidationError(str(error)) from error


class WorkSchedule(TenantModel):
    """The weekly working hours from one day until the next schedule begins."""

    valid_from = models.DateField(_("berlaku sejak"))
    hours = models.JSONField(_("jam kerja"), validators=[check_hours])
    reference = models.CharField(_("dasar"), max_length=200, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["valid_from"]
        verbose_name = verbose_name_plural = _("jadwal kerja")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "valid_from"],
                name="work_schedule_one_start",
                violation_error_message=_("Sudah ada jadwal yang berlaku sejak tanggal ini."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.valid_from:%Y-%m-%d}"

    @property
    def week(self) -> Week:
        return read_week(self.hours, field="jam")
