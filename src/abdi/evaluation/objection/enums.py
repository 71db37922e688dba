"""Words of state of a keberatan."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class KeberatanStatus(models.TextChoices):
    DIAJUKAN = "diajukan", _("Menunggu penjelasan penilai")
    DIJELASKAN = "dijelaskan", _("Menunggu putusan atasan")
    DIKUATKAN = "dikuatkan", _("Predikat dikuatkan")
    DIUBAH = "diubah", _("Predikat diubah")
    DITARIK = "ditarik", _("Ditarik pegawai")
