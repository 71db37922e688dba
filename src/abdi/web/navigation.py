"""The menus. A page joins by one line here; its entry shows as soon as its address exists."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from abdi.organisation.permissions import can_list_employees
from abdi.platform.accounts.models import User


@dataclass(frozen=True, slots=True)
class Entry:
    """`section` (a URL namespace) and `pages` keep the entry marked as "you are here"; `about` is for doors."""

    url_name: str
    icon: str
    label: str | Promise
    section: str = ""
    about: str | Promise = ""
    allowed: Callable[[User], bool] | None = None
    pages: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return url_if_exists(self.url_name)

    def is_here(self, request: HttpRequest) -> bool:
        match = request.resolver_match
        if match is None:
            return False
        if match.view_name in (self.url_name, *self.pages):
            return True
        return bool(self.section and match.namespace == self.section)


PUBLIC = (
    Entry("home:start", "rumah", _("Beranda")),
    Entry("public:queue", "tiket", _("Antrean"), about=_("Ambil nomor, pantau dari rumah")),
    Entry("public:complaint", "aduan", _("Aduan"), about=_("Dengan foto dan tempat, boleh tanpa nama")),
    Entry("public:track", "lacak", _("Lacak"), about=_("Cukup dengan kode urusan Anda")),
    Entry("public:offices", "grafik", _("Kinerja"), about=_("Janji dan kenyataannya, terbuka")),
    Entry("law:index", "berkas", _("Dasar hukum"), section="law", about=_("Aturan di balik setiap angka")),
)

_SKP = (
    "workplace:skp_detail",
    "workplace:skp_new",
    "workplace:rhk_add",
    "workplace:iki_add",
    "workplace:ekspektasi",
    "workplace:annex",
)

WORK = (
    Entry("workplace:start", "catat", _("Hari ini")),
    Entry("workplace:skp_list", "target", _("SKP"), pages=_SKP),
    Entry("workplace:team", "orang", _("Nilai")),
    Entry("counter:start", "tiket", _("Loket"), section="counter"),
    Entry("staff:start", "grafik", _("Kelola"), section="staff", allowed=can_list_employees),
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
        if entry.url and (entry.allowed is None or entry.allowed(request.user))
    ]


def menus(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Only pages of the workplace ask who may see what."""
    return {
        "public_menu": menu(PUBLIC, request),
        "work_menu": SimpleLazyObject(lambda: menu(WORK, request)),
    }
