"""Words of state and kind in an organisation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EmployeeStatus(models.TextChoices):
    """UU 20/2023: ASN are PNS and PPPK; PPPK paruh waktu by KepmenPANRB."""

    PNS = "pns", "PNS"
    PPPK = "pppk", "PPPK"
    PPPK_PARUH_WAKTU = "pppk_paruh_waktu", _("PPPK paruh waktu")


class JenisJabatan(models.TextChoices):
    """Kinds of position as UU 20/2023 names them; JPT in one word, as PP 30/2019 Ps 57 does."""

    JPT = "jpt", _("Jabatan pimpinan tinggi")
    ADMINISTRATOR = "administrator", _("Administrator")
    PENGAWAS = "pengawas", _("Pengawas")
    FUNGSIONAL = "fungsional", _("Jabatan fungsional")
    PELAKSANA = "pelaksana", _("Pelaksana")


class PlacementKind(models.TextChoices):
    DEFINITIF = "definitif", _("Definitif")
    PLT = "plt", _("Pelaksana tugas (Plt)")
    PLH = "plh", _("Pelaksana harian (Plh)")


class Role(models.TextChoices):
    """What a person may be trusted with beyond his own work and his own team, per unit and below."""

    ADMIN = "admin", _("Admin instansi")
    PENGELOLA_KINERJA = "pengelola_kinerja", _("Tim pengelola kinerja")
    PIMPINAN = "pimpinan", _("Pimpinan")
    PETUGAS = "petugas", _("Petugas loket")
    PENGADUAN = "pengaduan", _("Koordinator pengaduan")
    PENGHUBUNG = "penghubung", _("Pejabat penghubung")
    PENGAWAS = "pengawas", _("Pengawas internal")
    FASILITATOR = "fasilitator", _("Fasilitator partisipasi")
