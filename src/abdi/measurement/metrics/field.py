"""Work in the field: planned visits made, at their place and in their time."""

from django.utils.translation import gettext_lazy as _

from abdi.measurement.metric import Aggregate, Direction, Metric
from abdi.measurement.minimum import MINIMUM_COUNT

_DOCUMENTED = "PermenPANRB 6/2022 Ps 5 (pendokumentasian kinerja)"

METRICS = (
    Metric(
        name="field.visit.share",
        label=_("Kunjungan lapangan terlaksana"),
        kinds=("field.visit",),
        aggregate=Aggregate.SHARE,
        unit="persen",
        scale=100.0,
        direction=Direction.NAIK,
        dasar=_DOCUMENTED,
        explanation=_(
            "Bagian kunjungan terencana yang dilakukan di dalam jendela waktu dan radius titiknya. Yang terlambat, "
            "jauh, atau terlewat ikut dibagi; yang dibatalkan dengan alasan tidak."
        ),
    ),
    Metric(
        name="field.planned.count",
        label=_("Kunjungan lapangan terencana"),
        kinds=("field.planned",),
        aggregate=Aggregate.COUNT,
        unit="kunjungan",
        direction=Direction.NAIK,
        minimum_n=MINIMUM_COUNT,
        dasar=_DOCUMENTED,
        explanation=_("Banyaknya kunjungan yang direncanakan dan sudah dilakukan atau sudah lewat harinya."),
    ),
)
