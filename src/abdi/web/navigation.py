"""The menus. A page joins by one line here; its entry shows as soon as its address exists."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Entry:
    """`section` is the URL namespace that keeps the entry marked as "you are here"; `about` is for doors."""

    url_name: str
    icon: str
    label: str | Promise
    section: str = ""
    about: str | Promise = ""

    @property
    def url(self) -> str:
        return url_if_exists(self.url_name)

    def is_here(self, request: HttpRequest) -> bool:
        match = request.resolver_match
        if match is None:
            return False
        return match.view_name == self.url_name or bool(self.section and match.namespace == self.section)


PUBLIC = (
    Entry("home:start", "rumah", _("Beranda")),
    Entry("public:queue", "tiket", _("Antrean"), about=_("Ambil nomor, pantau dari rumah")),
    Entry("public:complaint", "aduan", _("Aduan"), about=_("Dengan foto dan tempat, boleh tanpa nama")),
    Entry("public:track", "lacak", _("Lacak"), about=_("Cukup dengan kode urusan Anda")),
    Entry("public:offices", "grafik", _("Kinerja"), about=_("Janji dan kenyataannya, terbuka")),
    Entry("law:index", "berkas", _("Dasar hukum"), section="law", about=_("Aturan di balik setiap angka")),
)

WORK = (
    Entry("workplace:start", "catat", _("Hari ini")),
    Entry("workplace:skp_list", "target", _("SKP")),
    Entry("workplace:team", "orang", _("Tim")),
    Entry("counter:start", "tiket", _("Loket"), section="counter"),
    Entry("staff:start", "grafik", _("Kelola"), section="staff"),
)


def url_if_exists(name: str) -> str:
    """The address of a named page without arguments, or nothing."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def menu(entries: tuple[Entry, ...], request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {
            "url": entry.url,
            "icon": entry.icon,
            "label": entry.label,
            "about": entry.about,
            "here": entry.is_here(request),
        }
        for entry in entries
        if entry.url
    ]


def menus(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    return {"public_menu": menu(PUBLIC, request), "work_menu": menu(WORK, request)}
