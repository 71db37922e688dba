"""Words of state and kind of a standar pelayanan."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StandarStatus(models.TextChoices):
    """The road of PP 96/2012 Ps 24–33: drafted with the public, published, improved, set, replaced."""

    RANCANGAN = "rancangan", _("Rancangan")
    TANGGAPAN = "tanggapan", _("Menerima tanggapan")
    PERBAIKAN = "perbaikan", _("Diperbaiki")
    DITETAPKAN = "ditetapkan", _("Ditetapkan")
    DICABUT = "dicabut", _("Dicabut")


class TimeUnit(models.TextChoices):
    """How the promised time is counted."""

    MENIT = "menit", _("menit kerja")
    JAM = "jam", _("jam kerja")
    HARI_KERJA = "hari_kerja", _("hari kerja")
    HARI_KALENDER = "hari_kalender", _("hari kalender")


class Group(models.TextChoices):
    """Who takes part in making a standar (PermenPANRB 16/2017, forum konsultasi publik)."""

    PENYELENGGARA = "penyelenggara", _("Penyelenggara")
    PENGGUNA = "pengguna", _("Pengguna layanan")
    AHLI = "ahli", _("Ahli atau akademisi")
    TOKOH = "tokoh", _("Tokoh masyarakat")
    MEDIA = "media", _("Media atau organisasi masyarakat")


class ReviewKind(models.TextChoices):
    EVALUASI = "evaluasi", _("Evaluasi tahunan")
    PENINJAUAN = "peninjauan", _("Peninjauan ulang")
