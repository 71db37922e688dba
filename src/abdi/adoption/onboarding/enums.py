"""Words of state and kind while people get going."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StepCode(models.TextChoices):
    """What to do first, in the order of doing; who is shown which: `checklist.steps_of`."""

    DATA = "data", _("Periksa data Anda")
    SKP_DRAFT = "skp_draft", _("Susun SKP")
    SKP_SUBMIT = "skp_submit", _("Ajukan SKP")
    PROGRESS = "progress", _("Isi progres pertama")
    NOTICE = "notice", _("Baca pemberitahuan")
    TEAM = "team", _("Periksa siapa yang Anda nilai")
    AGREE = "agree", _("Sepakati SKP pertama")
    FEEDBACK = "feedback", _("Beri umpan balik pertama")
    UNITS = "units", _("Susun unit kerja")
    PEOPLE = "people", _("Catat pegawai dan akunnya")
    PERIOD = "period", _("Buka periode tahun ini")


class CorrectionAbout(models.TextChoices):
    PENILAI = "penilai", _("Pejabat penilai")
    UNIT = "unit", _("Unit kerja")
    JABATAN = "jabatan", _("Jabatan")
    DATA_DIRI = "data_diri", _("Nama, NIP, atau pangkat")


class CorrectionStatus(models.TextChoices):
    DIAJUKAN = "diajukan", _("Menunggu admin")
    SELESAI = "selesai", _("Sudah diperbaiki")
    DITOLAK = "ditolak", _("Tidak diubah")


class ClinicReason(models.TextChoices):
    """Why somebody may need a hand; the first that applies is where to begin."""

    TANPA_AKUN = "tanpa_akun", _("belum punya akun")
    BELUM_MASUK = "belum_masuk", _("belum pernah masuk")
    GANTI_SANDI = "ganti_sandi", _("belum mengganti sandi sekali pakai")
    TANPA_SKP = "tanpa_skp", _("belum punya SKP tahun ini")
    TANPA_PROGRES = "tanpa_progres", _("tidak ada progres dua minggu terakhir")
