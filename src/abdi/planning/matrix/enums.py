"""Words of state of a cell."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CellStatus(models.TextChoices):
    KOSONG = "kosong", _("Kosong")
    CALON = "calon", _("Calon RHK")
    DITERIMA = "diterima", _("Menjadi RHK")
