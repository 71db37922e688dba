"""Words of state of a handed-over predikat."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HandoverStatus(models.TextChoices):
    MENUNGGU = "menunggu", _("Belum diserahkan")
    DISERAHKAN = "diserahkan", _("Diserahkan, belum diterima")
    DITERIMA = "diterima", _("Diterima, belum ditandatangani")
    DITANDATANGANI = "ditandatangani", _("Ditandatangani dan dikembalikan")
    DITOLAK = "ditolak", _("Pegawai tidak bersedia menandatangani")
    DITETAPKAN_ATASAN = "ditetapkan_atasan", _("Ditetapkan atasan pejabat penilai")
