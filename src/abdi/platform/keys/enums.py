"""What a key opens."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class KeyScope(models.TextChoices):
    OPEN311 = "open311", _("Mengirim aduan lewat Open311")
    ADUAN = "aduan", _("Mengirim aduan lewat API Abdi")
