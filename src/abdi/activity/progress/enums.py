"""Words of state of a day's progress."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryStatus(models.TextChoices):
    DIISI = "diisi", _("Menunggu persetujuan")
    DIKEMBALIKAN = "dikembalikan", _("Dikembalikan")
    DISETUJUI = "disetujui", _("Disetujui")
    DITARIK = "ditarik", _("Ditarik")


class EntrySource(models.TextChoices):
    MANUAL = "manual", _("Diisi sendiri")
    FAKTA = "fakta", _("Dari catatan layanan")
