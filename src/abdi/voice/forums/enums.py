"""Words of a public consultation forum. Themes and elements: PermenPANRB 16/2017, as secondary sources tell it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ForumStatus(models.TextChoices):
    RANCANGAN = "rancangan", _("Rancangan")
    DIUMUMKAN = "diumumkan", _("Diumumkan")
    DILAKSANAKAN = "dilaksanakan", _("Dilaksanakan")
    DITETAPKAN = "ditetapkan", _("Berita acara ditetapkan")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


class Theme(models.TextChoices):
    STANDAR = "standar", _("Penyusunan standar pelayanan")
    PENERAPAN = "penerapan", _("Penerapan standar pelayanan")
    DAMPAK = "dampak", _("Dampak kebijakan pelayanan")
    SKM = "skm", _("Hasil survei kepuasan masyarakat")
    LAIN = "lain", _("Hal lain")


class Element(models.TextChoices):
    """Unsur that takes part."""

    PENYELENGGARA = "penyelenggara", _("Penyelenggara")
    PENGGUNA = "pengguna", _("Pengguna layanan")
    AHLI = "ahli", _("Akademisi atau ahli")
    USAHA = "usaha", _("Dunia usaha")
    ORMAS = "ormas", _("Organisasi masyarakat atau LSM")
    MEDIA = "media", _("Media massa")
    TOKOH = "tokoh", _("Tokoh masyarakat")


class Source(models.TextChoices):
    """How somebody came to be on the list."""

    UNDANGAN = "undangan", _("Diundang")
    DAFTAR = "daftar", _("Mendaftar sendiri")
    DI_TEMPAT = "di_tempat", _("Datang langsung")


class Outcome(models.TextChoices):
    """What becomes of what somebody put forward; neither without a reason."""

    DITINDAKLANJUTI = "ditindaklanjuti", _("Ditindaklanjuti")
    TIDAK = "tidak", _("Tidak ditindaklanjuti")
