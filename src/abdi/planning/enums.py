"""Words of state of a plan, as PP 30/2019 and PermenPANRB 6/2022 use them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodKind(models.TextChoices):
    TAHUNAN = "tahunan", _("Tahunan")
    TRIWULANAN = "triwulanan", _("Triwulanan")
    BULANAN = "bulanan", _("Bulanan")


class SkpStatus(models.TextChoices):
    DRAF = "draf", _("Draf")
    DIAJUKAN = "diajukan", _("Diajukan")
    DIKEMBALIKAN = "dikembalikan", _("Dikembalikan")
    DISEPAKATI = "disepakati", _("Disepakati")


class Pendekatan(models.TextChoices):
    KUANTITATIF = "kuantitatif", _("Kuantitatif")
    KUALITATIF = "kualitatif", _("Kualitatif")


class RhkKind(models.TextChoices):
    UTAMA = "utama", _("Utama")
    TAMBAHAN = "tambahan", _("Tambahan")


class Aspek(models.TextChoices):
    """PP 30/2019 Ps 10(3)."""

    KUANTITAS = "kuantitas", _("Kuantitas")
    KUALITAS = "kualitas", _("Kualitas")
    WAKTU = "waktu", _("Waktu")
    BIAYA = "biaya", _("Biaya")


class Perspektif(models.TextChoices):
    """The balanced-scorecard column of a unit head's SKP (PermenPANRB 6/2022, annex)."""

    PENERIMA_LAYANAN = "penerima_layanan", _("Penerima layanan")
    PROSES_BISNIS = "proses_bisnis", _("Proses bisnis")
    PENGUATAN_INTERNAL = "penguatan_internal", _("Penguatan internal")
    ANGGARAN = "anggaran", _("Anggaran")


class Arah(models.TextChoices):
    """Which way is better; the words of rule `capaian_iki`."""

    NAIK = "naik", _("Makin tinggi makin baik")
    TURUN = "turun", _("Makin rendah makin baik")
    RENTANG = "rentang", _("Di dalam rentang")


class MetricScope(models.TextChoices):
    """Whose facts a measured IKI counts."""

    PETUGAS = "petugas", _("Pegawai ini")
    UNIT = "unit", _("Unit kerja pegawai ini")


class AnnexKind(models.TextChoices):
    DUKUNGAN = "dukungan", _("Dukungan sumber daya")
    PERTANGGUNGJAWABAN = "pertanggungjawaban", _("Skema pertanggungjawaban")
    KONSEKUENSI = "konsekuensi", _("Konsekuensi")
