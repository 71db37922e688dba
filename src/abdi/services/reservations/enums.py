"""Words of state of a reservation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReservationStatus(models.TextChoices):
    DIPESAN = "dipesan", _("Dipesan")
    TIBA = "tiba", _("Sudah lapor tiba")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")
    HANGUS = "hangus", _("Hangus")
