"""The menus. A page joins by one line here; its entry shows as soon as its address exists."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from abdi.organisation.enums import Role
from abdi.organisation.law.permissions import can_set_parameters
from abdi.organisation.permissions import can_list_employees, can_manage_organisation, can_manage_units
from abdi.organisation.selectors import holds_somewhere
from abdi.planning.permissions import can_manage_periods
from abdi.platform.accounts.models import User
from abdi.platform.instansi.permissions import can_manage_instansi
from abdi.platform.tenancy.scope import NoInstansi
from abdi.voice.complaints.permissions import can_follow_complaints
from abdi.voice.consultation.permissions import can_consult_somewhere
from abdi.voice.permissions import can_facilitate_somewhere
from abdi.voice.projects.permissions import can_open_workshop
from abdi.voice.surveys.publication.permissions import can_see_surveys

_OFFICES = set(Role) - {Role.PETUGAS}


@dataclass(frozen=True, slots=True)
class Entry:
    """`section` (a URL namespace), `pages` and `is_folder` (every address below its own) keep the entry marked
    as "you are here"; `about` is for doors."""

    url_name: str
    icon: str
    label: str | Promise
    section: str = ""
    about: str | Promise = ""
    allowed: Callable[[User], bool] | None = None
    pages: tuple[str, ...] = ()
    is_folder: bool = False

    @property
    def url(self) -> str:
        return url_if_exists(self.url_name)

    def is_here(self, request: HttpRequest) -> bool:
        match = request.resolver_match
        if match is None:
            return False
        if match.view_name in (self.url_name, *self.pages):
            return True
        if self.is_folder and request.path.startswith(self.url.rstrip("/")):
            return True
        return bool(self.section and match.namespace == self.section)


PUBLIC = (
    Entry("home:start", "rumah", _("Beranda")),
    Entry("public:queue", "tiket", _("Antrean"), about=_("Ambil nomor, pantau dari rumah")),
    Entry(
        "public:complaint",
        "aduan",
        _("Aduan"),
        about=_("Dengan foto dan tempat, boleh tanpa nama"),
        is_folder=True,
    ),
    Entry("public:track", "lacak", _("Lacak"), about=_("Cukup dengan kode urusan Anda")),
    Entry("public:offices", "grafik", _("Kinerja"), about=_("Janji dan kenyataannya, terbuka")),
    Entry("law:index", "berkas", _("Dasar hukum"), section="law", about=_("Aturan di balik setiap angka")),
)

# doors of the start page; five entries are what the foot of a phone holds
TAKING_PART = (
    Entry("public:consultation", "suara", _("Konsultasi"), about=_("Usulkan dan dukung sebelum diputuskan")),
    Entry("public:forums", "kalender", _("Forum"), about=_("Bicara dengan kantor, lihat yang disepakati")),
    Entry("public:projects", "tempat", _("Proyek"), about=_("Merancang bersama, sampai dipakai")),
    Entry(
        "public:survey_results", "grafik", _("Hasil survei"), about=_("Kata mereka yang dilayani, tiap unit")
    ),
)

_SKP = (
    "workplace:skp_detail",
    "workplace:skp_new",
    "workplace:rhk_add",
    "workplace:iki_add",
    "workplace:ekspektasi",
    "workplace:annex",
)


def runs_something(user: User) -> bool:
    """Whoever holds a role beyond the counter has a page of the administration; asks no more than the roles."""
    return user.is_operator or holds_somewhere(user, _OFFICES)


WORK = (
    Entry("workplace:start", "catat", _("Hari ini")),
    Entry("workplace:skp_list", "target", _("SKP"), pages=_SKP),
    Entry("workplace:team", "orang", _("Nilai")),
    Entry("counter:start", "tiket", _("Loket"), section="counter"),
    Entry("staff:start", "grafik", _("Kelola"), section="staff", allowed=runs_something),
)


STAFF = (
    Entry("staff:start", "rumah", _("Ringkasan"), allowed=can_list_employees),
    Entry(
        "staff:employees",
        "orang",
        _("Pegawai"),
        about=_("Jabatan, pejabat penilai, akun, dan peran"),
        is_folder=True,
        allowed=can_list_employees,
    ),
    Entry(
        "staff:units",
        "tempat",
        _("Unit kerja"),
        about=_("Susunan unit dan namanya"),
        is_folder=True,
        allowed=can_manage_units,
    ),
    Entry(
        "staff:areas",
        "tempat",
        _("Wilayah"),
        about=_("Batas tiap unit kerja pada peta"),
        is_folder=True,
        allowed=can_manage_units,
    ),
    Entry(
        "staff:layanan",
        "tiket",
        _("Layanan"),
        about=_("Apa yang dilayani, dan oleh unit mana"),
        is_folder=True,
        allowed=can_manage_units,
    ),
    Entry(
        "staff:standards",
        "berkas",
        _("Standar"),
        about=_("Janji tiap layanan, disusun bersama masyarakat"),
        is_folder=True,
        allowed=can_manage_units,
    ),
    Entry(
        "staff:hours",
        "jam",
        _("Jam layanan"),
        about=_("Kapan tiap unit buka, dan hari khususnya"),
        is_folder=True,
        allowed=can_manage_units,
    ),
    Entry(
        "staff:queue",
        "tiket",
        _("Antrean"),
        about=_("Deret nomor, loket, dan papan di ruang tunggu"),
        is_folder=True,
        allowed=can_manage_units,
    ),
    Entry(
        "staff:periods",
        "kalender",
        _("Periode"),
        about=_("Tahun dan triwulan, dengan tenggatnya"),
        is_folder=True,
        allowed=can_manage_periods,
    ),
    Entry(
        "staff:parameters",
        "berkas",
        _("Ketentuan"),
        about=_("Yang boleh diatur instansi di dalam batas hukum"),
        is_folder=True,
        allowed=can_set_parameters,
    ),
    Entry(
        "staff:slots",
        "kalender",
        _("Reservasi"),
        about=_("Jam yang dapat dipesan warga, dengan kuotanya"),
        is_folder=True,
        allowed=can_manage_units,
    ),
    Entry(
        "staff:devices",
        "tiket",
        _("Perangkat"),
        about=_("Kios yang diizinkan memberi nomor"),
        is_folder=True,
        allowed=can_manage_units,
    ),
    Entry(
        "staff:keys",
        "kunci",
        _("Kunci API"),
        about=_("Sistem lain yang boleh mengirim aduan"),
        is_folder=True,
        allowed=can_manage_organisation,
    ),
    Entry(
        "staff:surveys",
        "grafik",
        _("Survei"),
        about=_("Yang dikatakan warga, dan tindak lanjutnya"),
        is_folder=True,
        allowed=can_see_surveys,
    ),
    Entry(
        "staff:outages",
        "awas",
        _("Gangguan"),
        about=_("Kapan layanan terganggu; tenggat ikut bergeser"),
        is_folder=True,
        allowed=can_manage_organisation,
    ),
    Entry(
        "staff:complaints",
        "aduan",
        _("Pengaduan"),
        about=_("Verifikasi, teruskan, jawab, dan tutup laporan warga"),
        is_folder=True,
        allowed=can_follow_complaints,
    ),
    Entry(
        "staff:consultation",
        "suara",
        _("Konsultasi"),
        about=_("Tanyakan, moderasi, dan jawab setiap usulan warga"),
        is_folder=True,
        allowed=can_consult_somewhere,
    ),
    Entry(
        "staff:forums",
        "kalender",
        _("Forum"),
        about=_("Undang, catat, jawab, dan tepati yang disepakati"),
        is_folder=True,
        allowed=can_facilitate_somewhere,
    ),
    Entry(
        "staff:projects",
        "tempat",
        _("Proyek"),
        about=_("Dari gagasan warga sampai dipakai, dengan anggarannya"),
        is_folder=True,
        allowed=can_open_workshop,
    ),
    Entry(
        "staff:audit",
        "lacak",
        _("Jejak audit"),
        about=_("Siapa melakukan apa, dan kapan"),
        allowed=can_manage_organisation,
    ),
    Entry(
        "staff:agencies",
        "abdi",
        _("Instansi"),
        about=_("Buka, lengkapi, dan pilih tempat bekerja"),
        is_folder=True,
        allowed=can_manage_instansi,
    ),
)


def url_if_exists(name: str) -> str:
    """The address of a named page without arguments, or nothing."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def menu(entries: tuple[Entry, ...], request: HttpRequest) -> list[dict[str, Any]]:
    may = cache(lambda allowed: _is_allowed(allowed, request.user))  # many entries ask the same question
    return [
        {
            "url": entry.url,
            "icon": entry.icon,
            "label": entry.label,
            "about": entry.about,
            "here": entry.is_here(request),
        }
        for entry in entries
        if entry.url and (entry.allowed is None or may(entry.allowed))
    ]


def _is_allowed(allowed: Callable[[User], bool], user: User) -> bool:
    """Before the first instansi is open there is nothing of one to lead to."""
    try:
        return allowed(user)
    except NoInstansi:
        return False


def menus(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Only pages of the workplace ask who may see what."""
    return {
        "public_menu": menu(PUBLIC, request),
        "taking_part_menu": SimpleLazyObject(lambda: menu(TAKING_PART, request)),
        "work_menu": SimpleLazyObject(lambda: menu(WORK, request)),
        "staff_menu": SimpleLazyObject(lambda: menu(STAFF, request)),
    }
