"""A machine that an admin has let in. What it shows at the door is kept only as its digest."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Unit
from abdi.platform.tenancy.models import TenantModel
from abdi.services.devices.enums import DeviceKind


class Device(TenantModel):
    unit = models.ForeignKey(Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("jenis"), max_length=10, choices=DeviceKind)
    name = models.CharField(_("nama"), max_length=100)
    digest = models.CharField(max_length=64)  # SHA-256 of the token in the machine's cookie
    is_active = models.BooleanField(_("diizinkan"), default=True)
    last_seen_at = models.DateTimeField(_("terakhir terlihat"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["unit", "name"]
        verbose_name = verbose_name_plural = _("perangkat")
        constraints = [
            models.UniqueConstraint(fields=["digest"], name="device_digest_once"),
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="device_name_once",
                violation_error_message=_("Nama perangkat ini sudah dipakai di unit ini."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
