"""The sheet that is published, and the plan (rencana tindak lanjut) that follows from it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee
from abdi.platform.tenancy.models import TenantModel
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys.enums import Weighing
from abdi.voice.surveys.models import SurveyPeriod
from abdi.voice.surveys.publication.enums import Progress

QUARTERS = 4


class Publication(TenantModel):
    """What was published of one period, as it was then; published anew, the one before stays and is superseded."""

    period = models.ForeignKey(SurveyPeriod, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveSmallIntegerField(_("versi"))
    content = models.JSONField()  # the sheet in numbers and words; see `sheet.content_of`
    published_on = models.DateField(_("dipublikasikan"))
    published_by = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantModel.Meta):
        ordering = ["period", "-version"]
        verbose_name = verbose_name_plural = _("publikasi survei")
        constraints = [
            models.UniqueConstraint(fields=["period", "version"], name="survey_publication_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.period} v{self.version}"


class FollowUp(TenantModel):
    """One row of the plan: which unsur, what is done about it, by when and by whom, and how far it got."""

    period = models.ForeignKey(SurveyPeriod, on_delete=models.PROTECT, related_name="follow_ups")
    unsur = models.CharField(
        _("unsur"), max_length=20, choices=[(key, one.nama) for key, one in UNSUR.items()]
    )
    action = models.CharField(_("kegiatan"), max_length=500)
    year = models.PositiveSmallIntegerField(
        _("tahun"), validators=[MinValueValidator(2017), MaxValueValidator(2100)]
    )
    quarter = models.PositiveSmallIntegerField(
        _("triwulan"), validators=[MinValueValidator(1), MaxValueValidator(QUARTERS)]
    )
    responsible = models.CharField(_("penanggung jawab (jabatan)"), max_length=200)
    progress = models.CharField(_("kemajuan"), max_length=10, choices=Progress, default=Progress.RENCANA)
    note = models.CharField(_("catatan kemajuan"), max_length=500, blank=True)
    told_on = models.DateField(_("diperbarui"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["year", "quarter", "pk"]
        verbose_name = verbose_name_plural = _("tindak lanjut survei")

    def __str__(self) -> str:
        return self.action[:80]


class Reporting(TenantModel):
    """What an instansi has chosen for its own figure."""

    weighing = models.CharField(
        _("angka instansi"), max_length=10, choices=Weighing, default=Weighing.RESPONDEN
    )

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("pelaporan survei")
        constraints = [models.UniqueConstraint(fields=["instansi"], name="survey_reporting_one")]

    def __str__(self) -> str:
        return self.get_weighing_display()
