"""Words of state of talks between an employee and his leader."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DialogueStatus(models.TextChoices):
    DIRENCANAKAN = "direncanakan", _("Direncanakan")
    DILAKSANAKAN = "dilaksanakan", _("Dilaksanakan")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


class SessionKind(models.TextChoices):
    BIMBINGAN = "bimbingan", _("Bimbingan kinerja")
    KONSELING = "konseling", _("Konseling kinerja")


class TindakLanjut(models.TextChoices):
    """PP 30/2019 Ps 34."""

    BIMBINGAN_LANJUTAN = "bimbingan_lanjutan", _("Bimbingan lanjutan")
    PELATIHAN = "pelatihan", _("Pendidikan atau pelatihan")
    TUGAS_KHUSUS = "tugas_khusus", _("Penugasan khusus")
    USUL_MUTASI = "usul_mutasi", _("Usul mutasi")
    PROSES_DISIPLIN = "proses_disiplin", _("Rekomendasi proses disiplin")
