"""Fields of a complaint that no other form has."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from abdi.platform.files.kinds import JPEG, PNG, WEBP
from abdi.voice.complaints.policies import MOST_PHOTOS

# who may know: value → (is_anonymous, is_secret)
VISIBILITY = {
    "anonim": (True, False),
    "rahasia": (False, True),
    "anonim_rahasia": (True, True),
    "terbuka": (False, False),
}
_SAID = {
    "anonim": (
        _("Tanpa nama"),
        _(
            "Unit yang menangani tidak melihat siapa Anda. Hanya koordinator pengaduan yang dapat membukanya, dengan "
            "alasan yang tercatat dan dapat Anda baca. Isinya tampil untuk umum setelah diverifikasi."
        ),
    ),
    "rahasia": (
        _("Rahasia"),
        _(
            "Unit yang menangani melihat nama dan kontak yang Anda isi. Laporan tidak pernah tampil untuk umum."
        ),
    ),
    "anonim_rahasia": (
        _("Tanpa nama dan rahasia"),
        _("Unit yang menangani tidak melihat siapa Anda, dan laporan tidak pernah tampil untuk umum."),
    ),
    "terbuka": (
        _("Terbuka"),
        _(
            "Unit yang menangani melihat nama dan kontak yang Anda isi. Isinya tampil untuk umum setelah diverifikasi, "
            "tanpa nama Anda."
        ),
    ),
}


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several photographs at once; the verb judges each of them. Cleaned: a list."""

    widget = ManyFiles

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)
        kinds = ",".join(one.content_type for one in (JPEG, PNG, WEBP))
        self.widget.attrs.update(accept=kinds, multiple=True)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        sent = data if isinstance(data, list) else [data] if data else []
        if len(sent) > MOST_PHOTOS:
            raise forms.ValidationError(
                _("Paling banyak %(most)d foto; pilih yang paling jelas.") % {"most": MOST_PHOTOS}
            )
        return [super(PhotosField, self).clean(one, initial) for one in sent]


def visibility_choices() -> list[tuple[str, SafeString]]:
    """Each way in two words, and below it exactly who sees what."""
    return [(value, format_html("{} <small>{}</small>", *_SAID[value])) for value in VISIBILITY]
