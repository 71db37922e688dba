"""Words of kind in a survey."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Urutan(models.TextChoices):
    """In which order the nine are asked, and so which of them is U8: keys of `abdi.rules.unsur.URUTAN`."""

    LAMPIRAN = "lampiran", _("Lampiran: U8 penanganan pengaduan, U9 sarana")
    KUESIONER = "kuesioner", _("Kuesioner: U8 sarana, U9 penanganan pengaduan")


class Channel(models.TextChoices):
    """How an answer came in."""

    SENDIRI = "sendiri", _("Ponsel warga sendiri")
    KIOS = "kios", _("Kios survei")
    PETUGAS = "petugas", _("Dibantu petugas")
    SURAT = "surat", _("Lembar kertas")
    IMPOR = "impor", _("Survei di tempat lain")


class Weighing(models.TextChoices):
    """How the figure of the whole instansi comes from its units; the law leaves it to the instansi."""

    RESPONDEN = "responden", _("Tiap responden berbobot sama")
    UNIT = "unit", _("Tiap unit berbobot sama")


class WordKind(models.TextChoices):
    TERIMA_KASIH = "terima_kasih", _("Terima kasih")
    KRITIK = "kritik", _("Kritik")
