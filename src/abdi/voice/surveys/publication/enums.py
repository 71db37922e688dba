"""Words of state."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.voice.surveys.results import AgencyFigure


class Progress(models.TextChoices):
    RENCANA = "rencana", _("Direncanakan")
    BERJALAN = "berjalan", _("Berjalan")
    SELESAI = "selesai", _("Selesai")


class Weighing(models.TextChoices):
    """How the figure of the whole instansi comes from its units."""

    RESPONDEN = AgencyFigure.RESPONDEN.value, _("Tiap responden berbobot sama")
    UNIT = AgencyFigure.UNIT.value, _("Tiap unit berbobot sama")
