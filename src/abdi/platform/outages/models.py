"""When the service was down."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import TenantModel


class Outage(TenantModel):
    """From one moment to another; still going on while `end` is empty."""

    start = models.DateTimeField(_("mulai"))
    end = models.DateTimeField(_("selesai"), null=True, blank=True)
    what = models.CharField(_("yang terganggu"), max_length=200)
    source = models.CharField(_("sumber keterangan"), max_length=200)

    class Meta(TenantModel.Meta):
        ordering = ["-start", "-pk"]
        verbose_name = verbose_name_plural = _("gangguan layanan")
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gt=F("start")),
                name="outage_ends_after_its_start",
                violation_error_message=_("Gangguan selesai sesudah mulainya; periksa tanggal dan jamnya."),
            ),
        ]
        indexes = [models.Index(fields=["instansi", "start"], name="outage_by_start")]

    def __str__(self) -> str:
        return self.what
