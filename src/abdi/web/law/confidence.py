"""How sure we are of a number of the law, said plainly."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from abdi.rules.parameters import CONFIDENCE

# code → (tone, words of the badge, sentence)
WORDS = {
    "primer": ("ok", _("Naskah resmi"), _("Dibaca dalam naskah peraturannya.")),
    "terverifikasi": ("ok", _("Beberapa sumber"), _("Beberapa sumber menyebut hal yang sama.")),
    "satu_sumber": ("", _("Satu sumber"), _("Baru satu sumber yang menyebutnya.")),
    "ingatan": (
        "warn",
        _("Belum diverifikasi"),
        _("Belum ditemukan dalam naskah peraturan. Periksa sebelum dipakai mengambil keputusan."),
    ),
    "tidak_pasti": (
        "warn",
        _("Belum pasti"),
        _("Sumbernya berbeda-beda atau tidak jelas. Periksa sebelum dipakai mengambil keputusan."),
    ),
}


def weakest(codes: Iterable[str]) -> str:
    """A chain of sources is as strong as its weakest one."""
    return max(codes, key=CONFIDENCE.index, default="tidak_pasti")
