"""Words of state of a contested fact."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContestStatus(models.TextChoices):
    DIAJUKAN = "diajukan", _("Sedang diperiksa")
    DITOLAK = "ditolak", _("Fakta dinyatakan benar")
    DIKOREKSI = "dikoreksi", _("Fakta dikoreksi")
    DITARIK = "ditarik", _("Ditarik pegawai")
