"""Capaian kinerja organisasi: one predikat a unit and period, set before those of its people."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.enums import PredikatOrganisasi
from abdi.organisation.models import Unit
from abdi.planning.models import Period
from abdi.platform.tenancy.models import TenantModel


class OrganisationResult(TenantModel):
    """Counts for the unit and for every unit below it that has none of its own."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="results")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="organisation_results")
    predikat = models.CharField(_("capaian kinerja organisasi"), max_length=20, choices=PredikatOrganisasi)
    reason = models.TextField(_("alasan"))
    evidence = models.TextField(_("bukti dukung"), blank=True)
    decided_at = models.DateTimeField(_("ditetapkan pada"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("ditetapkan oleh"),
    )

    class Meta(TenantModel.Meta):
        ordering = ["-period__end", "unit__code"]
        verbose_name = verbose_name_plural = _("capaian kinerja organisasi")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "period"],
                name="organisation_result_once",
                violation_error_message=_("Unit ini sudah punya capaian organisasi untuk periode tersebut."),
            ),
            models.CheckConstraint(
                condition=Q(predikat__in=PredikatOrganisasi.values) & ~Q(reason=""),
                name="organisation_result_whole",
                violation_error_message=_("Capaian organisasi mencatat predikat dan alasannya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {self.period}: {self.get_predikat_display()}"
