"""Words of state of a calibration."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SessionStatus(models.TextChoices):
    TERBUKA = "terbuka", _("Terbuka")
    DITUTUP = "ditutup", _("Ditutup")


class Answer(models.TextChoices):
    """What the assessor made of the board's proposal for one of his people."""

    BELUM = "belum", _("Menunggu pejabat penilai")
    DITERIMA = "diterima", _("Diterima")
    DIPERTAHANKAN = "dipertahankan", _("Rating semula dipertahankan")
