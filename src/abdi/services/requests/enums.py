"""Words of state of a permohonan and its papers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PermohonanStatus(models.TextChoices):
    DIAJUKAN = "diajukan", _("Diajukan")
    DIPROSES = "diproses", _("Diproses")
    DIKEMBALIKAN = "dikembalikan", _("Menunggu dilengkapi")
    SELESAI = "selesai", _("Produk siap")
    DISERAHKAN = "diserahkan", _("Diserahkan")
    DITOLAK = "ditolak", _("Ditolak")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


CLOSED = (PermohonanStatus.DISERAHKAN, PermohonanStatus.DITOLAK, PermohonanStatus.DIBATALKAN)


class DocumentStatus(models.TextChoices):
    BELUM = "belum", _("Belum ada")
    DITERIMA = "diterima", _("Diterima, belum diperiksa")
    SESUAI = "sesuai", _("Sesuai")
    PERBAIKI = "perbaiki", _("Perlu diperbaiki")
