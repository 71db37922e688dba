"""Who promised what, and how far each plan has come: every role finds something done and something to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from abdi.evaluation.enums import Rating
from abdi.planning.enums import Arah, Aspek, MetricScope, Perspektif

Fields = Mapping[str, str]


class Stage(IntEnum):
    """In the order in which a plan passes through them."""

    DRAFTED = 0
    SUBMITTED = 1
    AGREED = 2
    OPENED = 3
    DECIDED = 4


@dataclass(frozen=True, slots=True)
class Promise:
    """One RHK with the IKI by which it will be seen."""

    text: str
    indicators: tuple[Fields, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The leader's two ratings with his words."""

    hasil: Rating
    perilaku: Rating
    feedback: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    username: str
    promises: tuple[Promise, ...]
    stage: Stage
    intervened: str = ""  # the leader's RHK this plan serves
    verdict: Verdict | None = None


_UNIT = {"metric_scope": MetricScope.UNIT.value}
_ON_TIME = {"metric": "service.on_time.share", "satuan": "%", "aspek": Aspek.WAKTU.value}
_COUNTER = (
    Promise(
        "Permohonan warga selesai sesuai standar pelayanan",
        (
            {"text": "Permohonan selesai dalam waktu standar", "target": "90", **_ON_TIME},
            {
                "text": "Median waktu tunggu warga yang dilayani",
                "target": "15",
                "satuan": "menit",
                "metric": "queue.wait.median",
                "arah": Arah.TURUN.value,
                "aspek": Aspek.WAKTU.value,
            },
        ),
    ),
    Promise(
        "Warga dilayani dengan ramah dan jelas",
        (
            {
                "text": "Nilai perilaku pelaksana dari survei warga",
                "target": "3.3",
                "satuan": "skala 1–4",
                "metric": "skm.perilaku",
                "aspek": Aspek.KUALITAS.value,
            },
        ),
    ),
    Promise(
        "Panduan layanan di loket mutakhir",
        ({"text": "Panduan layanan diperbarui", "target": "2", "satuan": "dokumen"},),
    ),
)
_LEADER = (
    Promise(
        "Warga puas atas pelayanan unit",
        (
            {
                "text": "Indeks kepuasan masyarakat unit",
                "target": "82",
                "satuan": "indeks",
                "metric": "skm.ikm",
                "aspek": Aspek.KUALITAS.value,
                "perspektif": Perspektif.PENERIMA_LAYANAN.value,
                **_UNIT,
            },
        ),
    ),
    Promise(
        "Pelayanan unit cepat dan tepat waktu",
        (
            {
                "text": "Permohonan selesai dalam waktu standar",
                "target": "88",
                "perspektif": Perspektif.PROSES_BISNIS.value,
                **_ON_TIME,
                **_UNIT,
            },
            {
                "text": "Median waktu tunggu di loket",
                "target": "15",
                "satuan": "menit",
                "metric": "queue.wait.median",
                "arah": Arah.TURUN.value,
                "aspek": Aspek.WAKTU.value,
                "perspektif": Perspektif.PROSES_BISNIS.value,
                **_UNIT,
            },
        ),
    ),
)
_OFFICE = (
    Promise(
        "Administrasi kepegawaian tertib dan tepat waktu",
        ({"text": "Usulan kepegawaian selesai diproses", "target": "120", "satuan": "usulan"},),
    ),
)
_SERVES_LURAH = "Pelayanan unit cepat dan tepat waktu"

PLANS = (
    Plan(
        "rina",
        _COUNTER,
        Stage.DECIDED,
        _SERVES_LURAH,
        Verdict(
            Rating.DI_ATAS,
            Rating.DI_ATAS,
            "Antrean pagi tertangani, dan warga menyebut namanya dengan baik.",
            "Hampir semua permohonan selesai dalam waktu standar dan penilaian warga di atas target.",
        ),
    ),
    Plan("joko", _COUNTER, Stage.OPENED, _SERVES_LURAH),
    Plan("tuti", _OFFICE, Stage.SUBMITTED, _SERVES_LURAH),
    Plan("dewi", _LEADER, Stage.OPENED, "Warga puas atas pelayanan unit"),
    Plan("wati", _LEADER, Stage.SUBMITTED, "Warga puas atas pelayanan unit"),
    Plan(
        "eko",
        _COUNTER,
        Stage.DECIDED,
        _SERVES_LURAH,
        Verdict(
            Rating.SESUAI,
            Rating.SESUAI,
            "Target tercapai; pertahankan ketelitian berkas.",
            "Angkanya baik, tetapi satu dari tiga bulan loketnya dibantu rekan.",
        ),
    ),
    Plan("nina", _COUNTER, Stage.AGREED, _SERVES_LURAH),
    Plan(
        "yudi",
        _COUNTER,
        Stage.DECIDED,
        _SERVES_LURAH,
        Verdict(
            Rating.DI_BAWAH,
            Rating.SESUAI,
            "Ikuti pendampingan di loket dua kali sepekan selama tiga bulan.",
            "Bagian yang selesai dalam waktu standar di bawah target, juga setelah loket ditambah.",
        ),
    ),
    Plan("maya", _COUNTER, Stage.AGREED, _SERVES_LURAH),
    Plan("lina", _LEADER, Stage.AGREED, "Warga puas atas pelayanan unit"),
    Plan("agus", _LEADER, Stage.AGREED),
    Plan("budi", _LEADER, Stage.AGREED),
    Plan("ratih", _LEADER, Stage.AGREED),
    Plan("siti", _COUNTER, Stage.AGREED, _SERVES_LURAH),
    Plan("tono", _OFFICE, Stage.SUBMITTED),
    Plan("sari", _OFFICE, Stage.DRAFTED),
)
