"""What evidence can hang on."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SubjectKind(models.TextChoices):
    PROGRES = "progres", _("Progres harian")
    REALISASI = "realisasi", _("Realisasi indikator")
