"""What was promised to the public and done in time, and what people think of what they helped to make."""

from django.utils.translation import gettext_lazy as _

from abdi.measurement.metric import Aggregate, Direction, Metric
from abdi.measurement.minimum import MINIMUM_OPINIONS

METRICS = (
    Metric(
        name="forum.action_done.share",
        label=_("Tindak lanjut forum selesai tepat waktu"),
        kinds=("forum.action_done",),
        aggregate=Aggregate.SHARE,
        unit="persen",
        scale=100.0,
        direction=Direction.NAIK,
        dasar="PP 96/2012 Ps 26; PermenPANRB 16/2017 (sumber sekunder)",
        explanation=_(
            "Bagian tindak lanjut yang selesai tidak lewat dari tanggal yang disepakati. Banyaknya forum bukan "
            "ukuran kinerja."
        ),
    ),
    Metric(
        name="project.milestone_on_time.share",
        label=_("Tonggak proyek selesai tepat waktu"),
        kinds=("project.milestone_on_time",),
        aggregate=Aggregate.SHARE,
        unit="persen",
        scale=100.0,
        direction=Direction.NAIK,
        dasar="rancangan produk",
        explanation=_("Bagian tonggak yang selesai tidak lewat dari tanggal rencana yang dibaca warga."),
    ),
    Metric(
        name="project.feedback.mean",
        label=_("Penilaian warga atas hasil proyek"),
        kinds=("project.feedback",),
        aggregate=Aggregate.MEAN,
        unit="skala 1–5",
        direction=Direction.NAIK,
        dasar="rancangan produk",
        minimum_n=MINIMUM_OPINIONS,
        explanation=_(
            "Rata-rata penilaian 1 sampai 5 sesudah hasilnya dipakai; tidak pernah tentang seorang pegawai."
        ),
    ),
)
