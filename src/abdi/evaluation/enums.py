"""Words of state of a judgement. The ratings and predikat themselves belong to `rules`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvaluationStatus(models.TextChoices):
    DRAF = "draf", _("Belum dinilai")
    DITETAPKAN = "ditetapkan", _("Ditetapkan")


class RealisationSource(models.TextChoices):
    TERUKUR = "terukur", _("Terukur dari fakta")
    DILAPORKAN = "dilaporkan", _("Dilaporkan pegawai")


class Rating(models.TextChoices):
    """Labels for rule `predikat_kinerja`'s ratings; a test holds the two lists together."""

    DI_ATAS = "di_atas", _("Di atas ekspektasi")
    SESUAI = "sesuai", _("Sesuai ekspektasi")
    DI_BAWAH = "di_bawah", _("Di bawah ekspektasi")


class Predikat(models.TextChoices):
    SANGAT_BAIK = "sangat_baik", _("Sangat Baik")
    BAIK = "baik", _("Baik")
    BUTUH_PERBAIKAN = "butuh_perbaikan", _("Butuh Perbaikan")
    KURANG = "kurang", _("Kurang/misconduct")
    SANGAT_KURANG = "sangat_kurang", _("Sangat Kurang")


class PredikatOrganisasi(models.TextChoices):
    ISTIMEWA = "istimewa", _("Istimewa")
    BAIK = "baik", _("Baik")
    BUTUH_PERBAIKAN = "butuh_perbaikan", _("Butuh Perbaikan")
    KURANG = "kurang", _("Kurang")
    SANGAT_KURANG = "sangat_kurang", _("Sangat Kurang")


class Reading(models.TextChoices):
    """What the evidence says about one target: a judgement only where the interval clears it."""

    MEMENUHI = "memenuhi", _("Memenuhi target")
    TIDAK_MEMENUHI = "tidak_memenuhi", _("Di luar target")
    BELUM_PASTI = "belum_pasti", _("Belum pasti")
    BELUM_CUKUP = "belum_cukup", _("Data belum cukup")
    BELUM_ADA = "belum_ada", _("Belum ada realisasi")
    DIBACA = "dibaca", _("Dibaca pejabat penilai")  # the target is in words


class AssessmentState(models.TextChoices):
    """Where one employee's plan and judgement stand, as the assessor's list shows it; most urgent first."""

    DIAJUKAN = "diajukan", _("SKP menunggu kesepakatan")
    DINILAI = "dinilai", _("Sedang dinilai")
    BELUM_DIBUKA = "belum_dibuka", _("Evaluasi belum dibuka")
    DISUSUN = "disusun", _("SKP sedang disusun")
    DITETAPKAN = "ditetapkan", _("Predikat ditetapkan")
