"""Words of a conflict of interest."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConflictKind(models.TextChoices):
    """UU 30/2014 Ps 43(1), letter by letter."""

    KEPENTINGAN = "kepentingan", _("Kepentingan pribadi atau bisnis")
    KELUARGA = "keluarga", _("Kerabat atau keluarga")
    WAKIL = "wakil", _("Wakil pihak yang terlibat")
    PEKERJA = "pekerja", _("Bekerja dan digaji oleh pihak yang terlibat")
    PEREKOMENDASI = "perekomendasi", _("Memberi rekomendasi terhadap pihak yang terlibat")
    LAIN = "lain", _("Hubungan lain yang dilarang peraturan")


class ConflictStatus(models.TextChoices):
    DILAPORKAN = "dilaporkan", _("Menunggu putusan atasan")
    DITERIMA = "diterima", _("Ada benturan; atasan yang menilai")
    DITOLAK = "ditolak", _("Tidak ada benturan")
    DICABUT = "dicabut", _("Dicabut pelapor")
