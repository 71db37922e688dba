"""What citizens say in the survey (survei kepuasan masyarakat, PermenPANRB 14/2017)."""

from django.utils.translation import gettext_lazy as _

from abdi.measurement.metric import Aggregate, Direction, Metric
from abdi.measurement.minimum import MINIMUM_COUNT, MINIMUM_OPINIONS
from abdi.rules.unsur import UNSUR

_SURVEY = "PermenPANRB 14/2017"

_KINDS = tuple(f"skm.{unsur}" for unsur in UNSUR)

METRICS = (
    Metric(
        name="skm.ikm",
        label=_("Indeks kepuasan masyarakat"),
        kinds=_KINDS,
        aggregate=Aggregate.IKM,
        unit="indeks",
        direction=Direction.NAIK,
        minimum_n=MINIMUM_OPINIONS,
        dasar=_SURVEY,
        explanation=_(
            "Nilai rata-rata tiap unsur, ditimbang sama besar, dikonversi ke skala 25–100 menurut aturan 'ikm'."
        ),
    ),
    Metric(
        name="skm.responses",
        label=_("Responden survei"),
        kinds=_KINDS,
        aggregate=Aggregate.CASES,
        unit="responden",
        direction=Direction.NAIK,
        minimum_n=MINIMUM_COUNT,
        dasar=_SURVEY,
        explanation=_("Banyaknya responden yang menjawab sedikitnya satu unsur."),
    ),
    *(
        Metric(
            name=f"skm.{unsur}",
            label=_(one.nama),
            kinds=(f"skm.{unsur}",),
            aggregate=Aggregate.MEAN,
            unit="skala 1–4",
            direction=Direction.NAIK,
            minimum_n=MINIMUM_OPINIONS,
            dasar=_SURVEY,
            explanation=_("Nilai rata-rata unsur ini dari jawaban responden, 1 sampai 4."),
        )
        for unsur, one in UNSUR.items()
    ),
)
