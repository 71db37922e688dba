"""Every page of the workplace on one page; the menu keeps those of every day."""

from django.utils.translation import gettext_lazy as _

from abdi.activity.progress.permissions import can_set_windows
from abdi.activity.visits.permissions import can_follow_visits
from abdi.adoption.onboarding.permissions import can_list_corrections, can_run_clinic
from abdi.evaluation.calibration.permissions import can_list_sessions
from abdi.evaluation.organisation_result.permissions import can_list_results
from abdi.organisation.permissions import can_manage_organisation
from abdi.planning.year.permissions import can_chase
from abdi.platform.accounts.models import User
from abdi.services.requests.permissions import can_follow_requests
from abdi.voice.complaints.enums import Channel
from abdi.voice.complaints.permissions import can_file, can_follow_complaints
from abdi.web.navigation import STAFF, Entry


def can_take_down(user: User) -> bool:
    return can_file(user, Channel.PETUGAS)


# for facilitators too, who are no administrators and so have no menu of it
_TAKING_PART = ("staff:consultation", "staff:forums", "staff:projects")

DIRECTORY: tuple[Entry, ...] = (
    Entry("workplace:first_steps", "maju", _("Langkah pertama"), about=_("Dituntun sampai progres pertama")),
    Entry(
        "workplace:my_data", "orang", _("Data saya"), about=_("Unit, jabatan, dan penilai; minta perbaikan")
    ),
    Entry(
        "workplace:visits",
        "tempat",
        _("Kunjungan saya"),
        about=_("Titik patroli, sekolah, posyandu hari ini"),
    ),
    Entry(
        "workplace:visits_week",
        "kalender",
        _("Kunjungan tim"),
        about=_("Sepekan: siapa ke mana, mana yang sudah"),
        allowed=can_follow_visits,
    ),
    Entry(
        "counter:requests",
        "berkas",
        _("Permohonan"),
        about=_("Berkas warga di unit Anda, yang terdekat tenggatnya di atas"),
        allowed=can_follow_requests,
    ),
    Entry(
        "staff:complaints",
        "aduan",
        _("Pengaduan"),
        about=_("Laporan warga yang menunggu Anda"),
        allowed=can_follow_complaints,
    ),
    Entry(
        "staff:complaint_new",
        "catat",
        _("Catat pengaduan"),
        about=_("Warga bercerita di meja, Anda menuliskannya"),
        allowed=can_take_down,
    ),
    Entry(
        "workplace:corrections",
        "catat",
        _("Perbaikan data"),
        about=_("Permintaan pegawai yang datanya keliru"),
        allowed=can_list_corrections,
    ),
    Entry(
        "workplace:clinic",
        "suara",
        _("Klinik pendampingan"),
        about=_("Siapa belum masuk, belum punya SKP, belum ada progres"),
        allowed=can_run_clinic,
    ),
    Entry(
        "workplace:matrix_list",
        "orang",
        _("Matriks peran hasil"),
        about=_("Siapa menyumbang apa untuk indikator pimpinan"),
    ),
    Entry(
        "workplace:library",
        "berkas",
        _("Perpustakaan indikator"),
        about=_("Contoh IKI per jabatan, dengan ukurannya"),
    ),
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
    Entry(
        "workplace:papers",
        "berkas",
        _("Dokumen"),
        about=_("Cetak banyak sekaligus, sebagai satu berkas ZIP"),
    ),
    Entry(
        "workplace:emblem",
        "abdi",
        _("Lambang instansi"),
        about=_("Di kepala setiap dokumen"),
        allowed=can_manage_organisation,
    ),
    Entry(
        "workplace:report_cards",
        "berkas",
        _("Rapor saya"),
        about=_("Predikat dan alasannya; terima, tanya, atau ajukan keberatan"),
    ),
    Entry(
        "workplace:objection_waiting",
        "jam",
        _("Rapor dan keberatan yang menunggu saya"),
        about=_("Serahkan, tetapkan, jelaskan, putuskan, atau periksa datanya"),
    ),
    Entry(
        "workplace:year_chase",
        "jam",
        _("SKP yang belum selesai"),
        about=_("Siapa belum menyusun, menunggu siapa, dan tenggatnya"),
        allowed=can_chase,
    ),
    Entry(
        "workplace:year_many",
        "orang",
        _("Banyak sekaligus"),
        about=_("Susun, salin, atau sepakati SKP banyak orang"),
    ),
    Entry(
        "workplace:dialogues",
        "kalender",
        _("Dialog kinerja"),
        about=_("Agenda, catatan, dan yang disanggupi berdua"),
    ),
    Entry(
        "workplace:feedback_mine",
        "aduan",
        _("Umpan balik"),
        about=_("Beri, minta, dan baca yang dikatakan tentang Anda"),
    ),
    Entry(
        "workplace:surveys",
        "grafik",
        _("Survei 360°"),
        about=_("Perilaku kerja menurut rekan setingkat dan bawahan langsung"),
    ),
    Entry(
        "workplace:sessions",
        "orang",
        _("Bimbingan dan konseling"),
        about=_("Catatan bimbingan dengan formulir B.1.8 dan B.1.9"),
    ),
    *(entry for entry in STAFF if entry.url_name in _TAKING_PART),
)
