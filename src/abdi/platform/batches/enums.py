"""Words of state of a batch."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BatchStatus(models.TextChoices):
    BERJALAN = "berjalan", _("Sedang dicetak")
    SELESAI = "selesai", _("Siap diunduh")
    DIHAPUS = "dihapus", _("Sudah dihapus")
