"""The kinds of fact a counter records: what was done, how long it took, whether it was in time."""

from django.utils.translation import gettext_lazy as _

from abdi.facts.kinds import FactKind, register

ACTIVITY = FactKind(
    "service.activity",
    _("Langkah layanan"),
    "",
    _("Satu langkah dikerjakan dalam satu perkara; nama langkah ada di attrs.activity."),
)
COMPLETED = FactKind(
    "service.completed",
    _("Perkara selesai (waktu kalender)"),
    "detik",
    _("Waktu kalender dari kejadian pertama sampai terakhir satu perkara."),
)
COMPLETED_WORKING = FactKind(
    "service.completed_working",
    _("Perkara selesai (waktu kerja)"),
    "detik",
    _("Waktu dalam jam kerja unit dari kejadian pertama sampai terakhir satu perkara."),
)
ON_TIME = FactKind(
    "service.on_time",
    _("Selesai tepat waktu"),
    "1/0",
    _("1 bila perkara selesai dalam tenggatnya, 0 bila lewat; hanya perkara yang bertenggat."),
)
QUEUE_WAIT = FactKind(
    "queue.wait", _("Waktu tunggu antrean"), "detik", _("Dari nomor diambil sampai dipanggil.")
)
QUEUE_SERVICE = FactKind(
    "queue.service", _("Waktu dilayani di loket"), "detik", _("Dari dipanggil sampai selesai dilayani.")
)


def register_kinds() -> None:
    register(ACTIVITY, COMPLETED, COMPLETED_WORKING, ON_TIME, QUEUE_WAIT, QUEUE_SERVICE)
