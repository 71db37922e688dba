"""Instansi: the tenant."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

INSTALLATION = "sistem"  # names what belongs to the installation itself, such as its audit chain


class Instansi(models.Model):
    """A government body that keeps its own people, services and facts."""

    class Timezone(models.TextChoices):
        WIB = "Asia/Jakarta", "WIB"
        WITA = "Asia/Makassar", "WITA"
        WIT = "Asia/Jayapura", "WIT"

    code = models.SlugField(_("kode"), max_length=50, unique=True)
    name = models.CharField(_("nama"), max_length=200)
    place = models.CharField(_("tempat"), max_length=100, blank=True)
    timezone = models.CharField(_("zona waktu"), max_length=40, choices=Timezone, default=Timezone.WIB)
    host = models.CharField(_("alamat web"), max_length=200, blank=True)
    is_example = models.BooleanField(_("data contoh"), default=False)
    is_incomplete = models.BooleanField(_("perlu dilengkapi"), default=False)

    class Meta:
        ordering = ["code"]
        verbose_name = verbose_name_plural = _("instansi")
        constraints = [
            models.CheckConstraint(
                condition=~Q(code=INSTALLATION),
                name="instansi_code_not_reserved",
                violation_error_message=_("Kode “sistem” dipakai Abdi sendiri; pilih kode lain."),
            )
        ]

    def __str__(self) -> str:
        return self.name
