"""Words of state and kind of a visit in the field."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VisitStatus(models.TextChoices):
    """What is stored. "Terlewat" is not: it is a planned visit whose day has gone by (`PlannedVisit.is_missed`)."""

    DIRENCANAKAN = "direncanakan", _("Direncanakan")
    DIKUNJUNGI = "dikunjungi", _("Dikunjungi")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


class VisitKind(models.TextChoices):
    PATROLI = "patroli", _("Titik patroli")
    SEKOLAH = "sekolah", _("Sekolah")
    POSYANDU = "posyandu", _("Posyandu")
    RUMAH = "rumah", _("Rumah warga")
    LAINNYA = "lainnya", _("Lainnya")


class PlaceFound(models.TextChoices):
    """What the position of a check-in says about the point that was planned."""

    DI_TEMPAT = "di_tempat", _("di tempat")
    JAUH = "jauh", _("jauh dari titik")
    TANPA_POSISI = "tanpa_posisi", _("tanpa posisi")
    TANPA_TITIK = "tanpa_titik", _("titik tidak ditentukan")
