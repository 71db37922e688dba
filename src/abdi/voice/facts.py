"""The kinds of fact a citizen's word leaves: survey answers, and how complaints were answered."""

from django.utils.translation import gettext_lazy as _

from abdi.facts.kinds import FactKind, register
from abdi.rules.unsur import UNSUR

COMPLAINT_ANSWERED = FactKind(
    "complaint.answered", _("Pengaduan dijawab"), "detik", _("Dari pengaduan diterima sampai dijawab.")
)
COMPLAINT_ON_TIME = FactKind(
    "complaint.on_time",
    _("Pengaduan dijawab tepat waktu"),
    "1/0",
    _("1 bila dijawab dalam tenggat golongannya, 0 bila lewat."),
)
COMPLAINT_RECEIVED = FactKind(
    "complaint.received",
    _("Pengaduan diterima unit"),
    "",
    _("Satu pengaduan mulai ditangani unit; banyaknya bukan ukuran kinerja."),
)
COMPLAINT_CLOSED = FactKind(
    "complaint.closed", _("Pengaduan selesai"), "detik", _("Dari pengaduan diterima sampai ditutup.")
)
COMPLAINT_REOPENED = FactKind(
    "complaint.reopened",
    _("Pengaduan dibuka kembali"),
    "1/0",
    _("1 bila pelapor pernah membuka kembali pengaduan yang selesai, 0 bila tidak."),
)
COMPLAINT_RATED = FactKind(
    "complaint.rated", _("Nilai pelapor"), "1–5", _("Nilai pelapor atas penanganan pengaduannya.")
)
COMPLAINT_KINDS = (
    COMPLAINT_RECEIVED,
    COMPLAINT_ANSWERED,
    COMPLAINT_ON_TIME,
    COMPLAINT_CLOSED,
    COMPLAINT_REOPENED,
    COMPLAINT_RATED,
)


def skm_kind(unsur: str) -> FactKind:
    """One answered element of one response; the facts of a response share its id as case_key."""
    return FactKind(
        f"skm.{unsur}", _(UNSUR[unsur].nama), "1–4", _("Jawaban satu responden atas satu unsur survei.")
    )


def register_kinds() -> None:
    register(*map(skm_kind, UNSUR), *COMPLAINT_KINDS)
