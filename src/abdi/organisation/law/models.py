"""Rows of what an instansi sets for itself; the last one that has begun counts."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import TenantModel


class ParameterSetting(TenantModel):
    """One parameter of the law narrowed from a day on; without a value, given back to the law."""

    path = models.CharField(_("ketentuan"), max_length=100)
    since = models.DateField(_("berlaku sejak"))
    value = models.JSONField(_("nilai"), null=True, blank=True)
    reason = models.TextField(_("alasan"))
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("diatur oleh")
    )
    set_at = models.DateTimeField(_("diatur pada"), auto_now_add=True)

    class Meta(TenantModel.Meta):
        ordering = ["path", "-since"]
        verbose_name = verbose_name_plural = _("ketentuan instansi")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "path", "since"],
                name="parameter_set_once_a_day",
                violation_error_message=_(
                    "Ketentuan ini sudah diatur mulai tanggal tersebut; pilih tanggal lain."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.path} sejak {self.since:%d-%m-%Y}"
