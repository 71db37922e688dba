"""Words of state of a complaint, as SP4N-LAPOR! (PermenPANRB 62/2018) and UU 25/2009 use them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    PENGADUAN = "pengaduan", _("Pengaduan")
    ASPIRASI = "aspirasi", _("Aspirasi")
    PERMINTAAN_INFORMASI = "permintaan_informasi", _("Permintaan informasi")


class Kelas(models.TextChoices):
    """SP4N classes; each has a deadline of its own, parameter `tenggat/sp4n_<class>`."""

    RINGAN = "ringan", _("Pengaduan ringan")
    NORMATIF = "normatif", _("Pengaduan normatif")
    TIDAK_BERKADAR = "tidak_berkadar_pengawasan", _("Tidak berkadar pengawasan")
    BERKADAR = "berkadar_pengawasan", _("Berkadar pengawasan")
    ASPIRASI = "aspirasi", _("Aspirasi")
    PERMINTAAN_INFORMASI = "permintaan_informasi", _("Permintaan informasi")


class Status(models.TextChoices):
    BARU = "baru", _("Menunggu verifikasi")
    MENUNGGU_KELENGKAPAN = "menunggu_kelengkapan", _("Menunggu dilengkapi")
    TERVERIFIKASI = "terverifikasi", _("Terverifikasi")
    DITERUSKAN = "diteruskan", _("Diteruskan")
    DIPROSES = "diproses", _("Diproses")
    DITUNDA = "ditunda", _("Ditunda")
    DIJAWAB = "dijawab", _("Dijawab")
    SELESAI = "selesai", _("Selesai")
    DIBUKA_KEMBALI = "dibuka_kembali", _("Dibuka kembali")
    ARSIP = "arsip", _("Diarsipkan")
    BUKAN_WEWENANG = "bukan_wewenang", _("Bukan wewenang instansi ini")
    DIGABUNG = "digabung", _("Digabung dengan laporan lain")
    DICABUT = "dicabut", _("Dicabut pelapor")


ENDED = (Status.SELESAI, Status.ARSIP, Status.BUKAN_WEWENANG, Status.DIGABUNG, Status.DICABUT)
UNVERIFIED = (Status.BARU, Status.MENUNGGU_KELENGKAPAN)
REPORTERS_TURN = (Status.MENUNGGU_KELENGKAPAN, Status.DIJAWAB, *ENDED)  # the agency has nothing to do
AGENCYS_TURN = tuple(one for one in Status if one not in REPORTERS_TURN)


class Channel(models.TextChoices):
    """By which way it came. `IMPOR`: it happened elsewhere, and nobody is told of it here."""

    WEB = "web", _("Situs ini")
    SUREL = "surel", _("Surel")
    API = "api", "API"
    OPEN311 = "open311", "Open311"
    LAPOR = "lapor", "SP4N-LAPOR!"
    PETUGAS = "petugas", _("Meja petugas")
    IMPOR = "impor", _("Impor")


class ArchiveReason(models.TextChoices):
    """Why a report is put away without an answer; there is no other reason."""

    DUPLIKAT = "duplikat", _("Sudah dilaporkan oleh pelapor yang sama")
    UJI_COBA = "uji_coba", _("Uji coba atau tidak berisi laporan")
    SARA = "sara", _("Ujaran kebencian atau SARA")
    TIDAK_LENGKAP = "tidak_lengkap", _("Tidak lengkap dan tidak dapat ditindaklanjuti")
    BUKAN_PELAYANAN = "bukan_pelayanan", _("Bukan tentang pelayanan publik")


class PauseCause(models.TextChoices):
    """What may hold up work on a complaint; there is no other reason, and all together never above the cap."""

    PELAPOR = "pelapor", _("Menunggu keterangan pelapor")
    PEMERIKSAAN = "pemeriksaan", _("Pemeriksaan di lapangan pada tanggal yang ditetapkan")
    INSTANSI_LAIN = "instansi_lain", _("Menunggu instansi lain")


class Finding(models.TextChoices):
    """What the examination of a complaint about a person found."""

    TERBUKTI = "terbukti", _("Terbukti")
    TIDAK_TERBUKTI = "tidak_terbukti", _("Tidak terbukti")


class Level(models.IntegerChoices):
    """To whom a late or reopened complaint has been brought so far."""

    TIDAK_ADA = 0, _("Belum dieskalasi")
    ATASAN = 1, _("Atasan")
    KOORDINATOR = 2, _("Koordinator pengaduan")
    PENGAWAS = 3, _("Pengawas internal")
