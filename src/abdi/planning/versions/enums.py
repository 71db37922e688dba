"""Grounds and absences, in the words of PP 30/2019."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ground(models.TextChoices):
    """On what an agreed SKP may change during the year (Ps 28)."""

    PERGANTIAN_PEJABAT = "pergantian_pejabat", _("Pergantian pejabat")
    STRATEGI = "strategi", _("Perubahan strategi, program, kegiatan, atau anggaran")
    PRIORITAS = "prioritas", _("Perubahan prioritas atau asumsi")
    CUTI = "cuti", _("Sakit atau cuti lebih dari satu bulan")
    PENUGASAN = "penugasan", _("Penugasan kedinasan lebih dari satu bulan")
    KONDISI_LAIN = "kondisi_lain", _("Kondisi lain dengan persetujuan Menteri")


class AbsenceKind(models.TextChoices):
    """Ps 23 names the first four; for the others Ps 43 and 44 say who assesses."""

    PEJABAT_NEGARA = "pejabat_negara", _("Pejabat negara atau anggota lembaga nonstruktural")
    DIBERHENTIKAN_SEMENTARA = "diberhentikan_sementara", _("Diberhentikan sementara")
    CLTN = "cltn", _("Cuti di luar tanggungan negara")
    MPP = "mpp", _("Masa persiapan pensiun")
    TUGAS_BELAJAR = "tugas_belajar", _("Tugas belajar")
    PENUGASAN_KHUSUS = "penugasan_khusus", _("Penugasan khusus pada lembaga lain")


WITHOUT_SKP = frozenset(
    {
        AbsenceKind.PEJABAT_NEGARA,
        AbsenceKind.DIBERHENTIKAN_SEMENTARA,
        AbsenceKind.CLTN,
        AbsenceKind.MPP,
    }
)
