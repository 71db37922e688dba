"""Finished services: how many, how long, within the standard."""

from django.utils.translation import gettext_lazy as _

from abdi.measurement.metric import Aggregate, Direction, Metric
from abdi.measurement.minimum import MINIMUM_COUNT

_STANDARD = "UU 25/2009 Ps 21; PermenPANRB 15/2014 (jangka waktu penyelesaian)"
_DAY, _MINUTE = 1 / 86_400, 1 / 60

METRICS = (
    Metric(
        name="service.cases",
        label=_("Perkara selesai"),
        kinds=("service.completed",),
        aggregate=Aggregate.COUNT,
        unit="perkara",
        direction=Direction.NAIK,
        minimum_n=MINIMUM_COUNT,
        dasar=_STANDARD,
        explanation=_("Banyaknya perkara yang kejadian terakhirnya tercatat di jendela waktu ini."),
    ),
    *(
        Metric(
            name=f"service.lead_time.{aggregate}",
            label=label,
            kinds=("service.completed",),
            aggregate=aggregate,
            unit="hari",
            scale=_DAY,
            direction=Direction.TURUN,
            dasar=_STANDARD,
            explanation=_(
                "Waktu kalender dari kejadian pertama sampai kejadian terakhir tiap perkara, malam dan hari "
                "libur ikut dihitung."
            ),
        )
        for aggregate, label in (
            (Aggregate.MEAN, _("Lama penyelesaian, rata-rata")),
            (Aggregate.MEDIAN, _("Lama penyelesaian, median")),
            (Aggregate.P90, _("Lama penyelesaian, 90 dari 100 perkara")),
        )
    ),
    *(
        Metric(
            name=f"service.working_time.{aggregate}",
            label=label,
            kinds=("service.completed_working",),
            aggregate=aggregate,
            unit="menit",
            scale=_MINUTE,
            direction=Direction.TURUN,
            dasar=_STANDARD,
            explanation=_(
                "Waktu penyelesaian di dalam jam kerja unit saja; malam, akhir pekan dan hari libur tidak "
                "dihitung."
            ),
        )
        for aggregate, label in (
            (Aggregate.MEAN, _("Waktu kerja penyelesaian, rata-rata")),
            (Aggregate.MEDIAN, _("Waktu kerja penyelesaian, median")),
            (Aggregate.P90, _("Waktu kerja penyelesaian, 90 dari 100 perkara")),
        )
    ),
    Metric(
        name="service.on_time.share",
        label=_("Selesai tepat waktu"),
        kinds=("service.on_time",),
        aggregate=Aggregate.SHARE,
        unit="persen",
        scale=100.0,
        direction=Direction.NAIK,
        dasar=_STANDARD,
        explanation=_("Bagian perkara yang selesai tidak lewat dari tenggatnya, di antara yang bertenggat."),
    ),
)
