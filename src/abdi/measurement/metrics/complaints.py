"""Complaints: how many were answered, how fast, in time."""

from django.utils.translation import gettext_lazy as _

from abdi.measurement.metric import Aggregate, Direction, Metric
from abdi.measurement.minimum import MINIMUM_COUNT, MINIMUM_OPINIONS

_COMPLAINT = "UU 25/2009 Ps 36 dan 50; Perpres 76/2013"
_DAY = 1 / 86_400

METRICS = (
    Metric(
        name="complaint.cases",
        label=_("Aduan dijawab"),
        kinds=("complaint.answered",),
        aggregate=Aggregate.COUNT,
        unit="aduan",
        direction=Direction.NAIK,
        minimum_n=MINIMUM_COUNT,
        dasar=_COMPLAINT,
        explanation=_("Banyaknya aduan yang sudah dijawab. Banyaknya aduan masuk bukan ukuran kinerja."),
    ),
    Metric(
        name="complaint.on_time.share",
        label=_("Aduan dijawab tepat waktu"),
        kinds=("complaint.on_time",),
        aggregate=Aggregate.SHARE,
        unit="persen",
        scale=100.0,
        direction=Direction.NAIK,
        dasar=_COMPLAINT,
        explanation=_("Bagian aduan yang dijawab tidak lewat dari tenggatnya."),
    ),
    Metric(
        name="complaint.answer.median",
        label=_("Lama menjawab aduan, median"),
        kinds=("complaint.answered",),
        aggregate=Aggregate.MEDIAN,
        unit="hari",
        scale=_DAY,
        direction=Direction.TURUN,
        dasar=_COMPLAINT,
        explanation=_("Waktu kalender sejak aduan diterima sampai dijawab."),
    ),
    Metric(
        name="complaint.reopened.share",
        label=_("Aduan dibuka kembali"),
        kinds=("complaint.reopened",),
        aggregate=Aggregate.SHARE,
        unit="persen",
        scale=100.0,
        direction=Direction.TURUN,
        dasar=_COMPLAINT,
        explanation=_("Bagian aduan selesai yang pernah dibuka kembali oleh pelapornya."),
    ),
    Metric(
        name="complaint.rating.mean",
        label=_("Nilai pelapor atas penanganan aduan"),
        kinds=("complaint.rated",),
        aggregate=Aggregate.MEAN,
        unit="1–5",
        direction=Direction.NAIK,
        minimum_n=MINIMUM_OPINIONS,
        dasar=_COMPLAINT,
        explanation=_("Nilai 1 sampai 5 dari pelapor; milik unit, bukan petugas."),
    ),
)
