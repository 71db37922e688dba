"""Words of a project that people take part in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    DRAF = "draf", _("Draf")
    GAGASAN = "gagasan", _("Gagasan")
    RANCANGAN = "rancangan", _("Pilih rancangan")
    KEPUTUSAN = "keputusan", _("Keputusan")
    PELAKSANAAN = "pelaksanaan", _("Pelaksanaan")
    DIBUKA = "dibuka", _("Dipakai warga")
    DIHENTIKAN = "dihentikan", _("Dihentikan")


ROAD = (Phase.GAGASAN, Phase.RANCANGAN, Phase.KEPUTUSAN, Phase.PELAKSANAAN, Phase.DIBUKA)
DRAWN_IN = (Phase.DRAF, Phase.GAGASAN)  # alternatives of the present round are not finished
PLANNED_IN = (Phase.KEPUTUSAN, Phase.PELAKSANAAN)  # milestones may still be added


class Hidden(models.TextChoices):
    """Why what somebody said is no longer shown. There is no "I do not like it"."""

    DATA_PRIBADI = "data_pribadi", _("Memuat data pribadi")
    KEBENCIAN = "kebencian", _("Menyerang orang atau golongan")
    IKLAN = "iklan", _("Iklan atau pesan berulang")
    DITARIK = "ditarik", _("Ditarik penulisnya")
