"""Words of state and kind in a queue."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TicketStatus(models.TextChoices):
    """Where a number stands. `DITINGGALKAN`: its office closed before it was served, so it never counts as served."""

    MENUNGGU = "menunggu", _("Menunggu")
    DIPANGGIL = "dipanggil", _("Dipanggil")
    DILAYANI = "dilayani", _("Dilayani")
    DITUNDA = "ditunda", _("Ditunda")
    SELESAI = "selesai", _("Selesai")
    TIDAK_HADIR = "tidak_hadir", _("Tidak hadir")
    DITINGGALKAN = "ditinggalkan", _("Belum terlayani saat tutup")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


ENDED = (
    TicketStatus.SELESAI,
    TicketStatus.TIDAK_HADIR,
    TicketStatus.DITINGGALKAN,
    TicketStatus.DIBATALKAN,
)


class Cause(models.TextChoices):
    """Why a state began. GENERIC is the next in order; PICKED was chosen out of it, with a reason."""

    ISSUED = "issued", _("Nomor diambil")
    GENERIC = "generic", _("Dipanggil sesuai urutan")
    PICKED = "picked", _("Dipanggil di luar urutan")
    ARRIVED = "arrived", _("Warga tiba di loket")
    HOLD_CITIZEN = "hold_citizen", _("Menunggu warga melengkapi")
    HOLD_AGENCY = "hold_agency", _("Menunggu kantor memeriksa")
    RESUMED = "resumed", _("Dilanjutkan")
    TRANSFERRED = "transferred", _("Dialihkan")
    STEPPED_BACK = "stepped_back", _("Mundur satu giliran")
    FINISHED = "finished", _("Selesai dilayani")
    NO_SHOW = "no_show", _("Tidak datang setelah dipanggil")
    CANCELLED = "cancelled", _("Dibatalkan warga")
    CLOSED = "closed", _("Kantor tutup")
    UNDONE = "undone", _("Dibetulkan orang kedua")


class Channel(models.TextChoices):
    """How the number was taken."""

    DARING = "daring", _("Pesan daring")
    KIOS = "kios", _("Kios")
    PETUGAS = "petugas", _("Meja petugas")


class Priority(models.TextChoices):
    """Who may be called before his turn; set by somebody, for a reason that is kept."""

    BIASA = "biasa", _("Biasa")
    DIFABEL = "difabel", _("Penyandang disabilitas")
    LANSIA = "lansia", _("Lanjut usia")
    IBU_HAMIL = "ibu_hamil", _("Ibu hamil atau membawa bayi")


class OfficerState(models.TextChoices):
    MELAYANI = "melayani", _("Melayani")
    ISTIRAHAT = "istirahat", _("Istirahat")
    DI_BELAKANG = "di_belakang", _("Bekerja di belakang")
    SELESAI = "selesai", _("Loket ditutup")
