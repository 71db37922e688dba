"""Words of state."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Progress(models.TextChoices):
    RENCANA = "rencana", _("Direncanakan")
    BERJALAN = "berjalan", _("Berjalan")
    SELESAI = "selesai", _("Selesai")
