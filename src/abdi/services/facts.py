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
QUEUE_WAIT_SERVICE = FactKind(
    "queue.wait_service",
    _("Waktu tunggu sampai dilayani"),
    "detik",
    _("Dari nomor diambil sampai pelayanan di loket dimulai; hanya nomor yang selesai dilayani."),
)
QUEUE_HOLD_CITIZEN = FactKind(
    "queue.hold_citizen",
    _("Ditunda menunggu warga"),
    "detik",
    _("Jumlah waktu nomor ditunda karena warga melengkapi sesuatu."),
)
QUEUE_HOLD_AGENCY = FactKind(
    "queue.hold_agency",
    _("Ditunda menunggu kantor"),
    "detik",
    _("Jumlah waktu nomor ditunda karena kantor memeriksa sesuatu."),
)
QUEUE_TOTAL = FactKind(
    "queue.total", _("Waktu di kantor"), "detik", _("Dari nomor diambil sampai selesai dilayani.")
)
QUEUE_ABANDONED = FactKind(
    "queue.abandoned",
    _("Belum terlayani saat tutup"),
    "1/0",
    _("1 bila nomor belum selesai dilayani saat kantor tutup, 0 bila berakhir dengan cara lain."),
)
QUEUE_NO_SHOW = FactKind(
    "queue.no_show",
    _("Tidak hadir saat dipanggil"),
    "1/0",
    _("1 bila tidak datang setelah dipanggil berulang kali, 0 bila berakhir dengan cara lain."),
)
QUEUE_PICKED = FactKind(
    "queue.picked",
    _("Dipanggil di luar urutan"),
    "1/0",
    _("1 bila petugas memilih nomor ini di luar urutan, 0 bila dipanggil sesuai urutan."),
)
QUEUE_RECALLED_TOO_FAST = FactKind(
    "queue.recalled_too_fast",
    _("Panggilan ulang terlalu cepat"),
    "1/0",
    _("1 bila ada panggilan ulang yang lebih cepat dari jarak panggilan antreannya."),
)
QUEUE_SERVED_TOO_FAST = FactKind(
    "queue.served_too_fast",
    _("Dilayani terlalu cepat"),
    "1/0",
    _(
        "1 bila lama dilayani di bawah persentil pertama layanan itu sendiri selama 90 hari sebelumnya; dicatat "
        "bila ada sedikitnya 100 nomor."
    ),
)


def register_kinds() -> None:
    register(ACTIVITY, COMPLETED, COMPLETED_WORKING, ON_TIME, QUEUE_WAIT, QUEUE_SERVICE)
    register(QUEUE_WAIT_SERVICE, QUEUE_HOLD_CITIZEN, QUEUE_HOLD_AGENCY, QUEUE_TOTAL, QUEUE_ABANDONED)
    register(QUEUE_NO_SHOW, QUEUE_PICKED, QUEUE_RECALLED_TOO_FAST, QUEUE_SERVED_TOO_FAST)
