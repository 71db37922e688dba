"""Who says something, and how far a collection has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GiverRole(models.TextChoices):
    PIMPINAN = "pimpinan", _("Pimpinan")
    KETUA_TIM = "ketua_tim", _("Ketua tim")
    REKAN = "rekan", _("Rekan setingkat")
    BAWAHAN = "bawahan", _("Bawahan langsung")
    DIRI = "diri", _("Diri sendiri")


NAMED = frozenset({GiverRole.PIMPINAN, GiverRole.KETUA_TIM, GiverRole.DIRI})
SEALED = frozenset({GiverRole.REKAN, GiverRole.BAWAHAN})


class CollectionKind(models.TextChoices):
    KOTAK = "kotak", _("Kotak umpan balik")
    SURVEI = "survei", _("Survei 360°")


class CollectionStatus(models.TextChoices):
    DIUSULKAN = "diusulkan", _("Menunggu pejabat penilai")
    BERJALAN = "berjalan", _("Berjalan")
    DITUTUP = "ditutup", _("Ditutup")
