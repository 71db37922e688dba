"""Every page of the workplace on one page; the menu keeps those of every day."""

from django.utils.translation import gettext_lazy as _

from abdi.activity.progress.permissions import can_set_windows
from abdi.evaluation.calibration.permissions import can_list_sessions
from abdi.evaluation.organisation_result.permissions import can_list_results
from abdi.web.navigation import Entry

DIRECTORY: tuple[Entry, ...] = (
    Entry(
        "workplace:progress",
        "catat",
        _("Progres hari ini"),
        about=_("Sahkan catatan loket, atau tulis satu kalimat"),
    ),
    Entry(
        "workplace:progress_week", "kalender", _("Progres sepekan"), about=_("Hari mana yang belum berisi")
    ),
    Entry(
        "workplace:progress_waiting",
        "centang",
        _("Progres menunggu persetujuan"),
        about=_("Setujui sekaligus, atau kembalikan dengan alasan"),
    ),
    Entry(
        "workplace:progress_windows",
        "jam",
        _("Batas waktu progres"),
        about=_("Berapa hari kerja untuk mengisi dan menyetujui"),
        allowed=can_set_windows,
    ),
    Entry(
        "workplace:organisation_results",
        "target",
        _("Capaian organisasi"),
        about=_("Predikat unit dan sebaran predikat pegawainya"),
        allowed=can_list_results,
    ),
    Entry(
        "workplace:calibration_list",
        "orang",
        _("Papan kalibrasi"),
        about=_("Draf rating beberapa pejabat penilai, berdampingan"),
        allowed=can_list_sessions,
    ),
)
