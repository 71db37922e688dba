"""Words of state and kind in a consultation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TopicStatus(models.TextChoices):
    RANCANGAN = "rancangan", _("Rancangan")
    TERBIT = "terbit", _("Terbit")
    DITUTUP = "ditutup", _("Ditutup lebih awal")


class Phase(models.TextChoices):
    """Where a topic is in its time; reckoned, never stored."""

    RANCANGAN = "rancangan", _("Rancangan")
    AKAN_DIBUKA = "akan_dibuka", _("Akan dibuka")
    TERBUKA = "terbuka", _("Terbuka")
    MENUNGGU = "menunggu", _("Menunggu jawaban")
    TERJAWAB = "terjawab", _("Terjawab")


class PostKind(models.TextChoices):
    USULAN = "usulan", _("Usulan")
    KOMENTAR = "komentar", _("Tanggapan")
    JAWABAN = "jawaban", _("Jawaban resmi")
    KEMAJUAN = "kemajuan", _("Kemajuan")


class ProposalStatus(models.TextChoices):
    """Of a proposal; an answer or a report of progress keeps the one that it gave."""

    DIAJUKAN = "diajukan", _("Menunggu jawaban")
    DIPROSES = "diproses", _("Sedang dikerjakan")
    DITERIMA = "diterima", _("Diterima")
    DITOLAK = "ditolak", _("Tidak dapat dipenuhi")
    SELESAI = "selesai", _("Sudah terlaksana")
    DITARIK = "ditarik", _("Ditarik pengusulnya")


OUTCOMES = (ProposalStatus.DITERIMA, ProposalStatus.DIPROSES, ProposalStatus.DITOLAK)
AWAITED = (ProposalStatus.DIAJUKAN, ProposalStatus.DIPROSES)  # an answer is still owed


class Standing(models.TextChoices):
    """Whether what was said can be read, and where a quarrel about it is."""

    TAMPIL = "tampil", _("Tampil")
    DITANGGUHKAN = "ditangguhkan", _("Ditangguhkan sampai diperiksa")
    DISEMBUNYIKAN = "disembunyikan", _("Disembunyikan")
    BANDING = "banding", _("Disembunyikan, sedang dikeberatani")
    DIKUATKAN = "dikuatkan", _("Disembunyikan, dikuatkan pengawas")


CONTESTABLE = (Standing.DITANGGUHKAN, Standing.DISEMBUNYIKAN)  # by the author, once


class Rule(models.TextChoices):
    """For what something may be hidden. That it criticises the office is none of them."""

    KEBENCIAN = "kebencian", _("Kebencian terhadap suku, agama, ras, atau golongan")
    ANCAMAN = "ancaman", _("Ancaman atau hinaan terhadap seseorang")
    DATA_PRIBADI = "data_pribadi", _("Data pribadi orang lain")
    IKLAN = "iklan", _("Iklan, penipuan, atau kiriman berulang")
    DI_LUAR_TOPIK = "di_luar_topik", _("Di luar topik konsultasi")


class Deed(models.TextChoices):
    """What was done in the log of moderation."""

    TANGGUHKAN = "tangguhkan", _("Ditangguhkan karena laporan warga")
    SEMBUNYIKAN = "sembunyikan", _("Disembunyikan")
    PERTAHANKAN = "pertahankan", _("Diperiksa dan tetap tampil")
    BANDING = "banding", _("Penulis berkeberatan")
    KUATKAN = "kuatkan", _("Pengawas menguatkan")
    TAMPILKAN = "tampilkan", _("Pengawas menampilkan lagi")
