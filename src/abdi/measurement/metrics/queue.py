"""At the counter: how long citizens wait, and how long they are served."""

from django.utils.translation import gettext_lazy as _

from abdi.measurement.metric import Aggregate, Direction, Metric
from abdi.measurement.minimum import MINIMUM_COUNT

_STANDARD = "UU 25/2009 Ps 21; PermenPANRB 15/2014 (waktu pelayanan)"
_MINUTE, _HOUR = 1 / 60, 1 / 3_600

METRICS = (
    *(
        Metric(
            name=f"queue.wait.{aggregate}",
            label=label,
            kinds=("queue.wait",),
            aggregate=aggregate,
            unit="menit",
            scale=_MINUTE,
            direction=Direction.TURUN,
            dasar=_STANDARD,
            explanation=_("Lama warga menunggu sejak mengambil nomor sampai dilayani."),
        )
        for aggregate, label in (
            (Aggregate.MEAN, _("Waktu tunggu, rata-rata")),
            (Aggregate.MEDIAN, _("Waktu tunggu, median")),
            (Aggregate.P90, _("Waktu tunggu, 90 dari 100 warga")),
        )
    ),
    Metric(
        name="queue.wait.ratio",
        label=_("Menit menunggu per menit dilayani"),
        kinds=("queue.wait", "queue.service"),
        aggregate=Aggregate.RATIO,
        unit="menit/menit",
        direction=Direction.TURUN,
        dasar=_STANDARD,
        explanation=_("Seluruh waktu tunggu dibagi seluruh waktu pelayanan di loket."),
    ),
    *(
        Metric(
            name=f"queue.service.{aggregate}",
            label=label,
            kinds=("queue.service",),
            aggregate=aggregate,
            unit="menit",
            scale=_MINUTE,
            direction=Direction.TURUN,
            dasar=_STANDARD,
            explanation=_("Lama warga dilayani di loket, sejak dipanggil sampai selesai."),
        )
        for aggregate, label in (
            (Aggregate.MEAN, _("Waktu pelayanan loket, rata-rata")),
            (Aggregate.MEDIAN, _("Waktu pelayanan loket, median")),
        )
    ),
    Metric(
        name="queue.service.hours",
        label=_("Jam pelayanan loket"),
        kinds=("queue.service",),
        aggregate=Aggregate.SUM,
        unit="jam",
        scale=_HOUR,
        direction=Direction.NAIK,
        minimum_n=MINIMUM_COUNT,
        dasar=_STANDARD,
        explanation=_("Jumlah seluruh waktu pelayanan di loket."),
    ),
    *(
        Metric(
            name=f"queue.wait_service.{aggregate}",
            label=label,
            kinds=("queue.wait_service",),
            aggregate=aggregate,
            unit="menit",
            scale=_MINUTE,
            direction=Direction.TURUN,
            dasar=_STANDARD,
            explanation=_(
                "Lama warga menunggu sejak mengambil nomor sampai pelayanan di loket benar-benar dimulai, jadi "
                "termasuk waktu berjalan ke loket. Hanya nomor yang selesai dilayani."
            ),
        )
        for aggregate, label in (
            (Aggregate.MEDIAN, _("Waktu tunggu sampai dilayani, median")),
            (Aggregate.P90, _("Waktu tunggu sampai dilayani, 90 dari 100 warga")),
        )
    ),
    Metric(
        name="queue.hold_agency.median",
        label=_("Ditunda menunggu kantor, median"),
        kinds=("queue.hold_agency",),
        aggregate=Aggregate.MEDIAN,
        unit="menit",
        scale=_MINUTE,
        direction=Direction.TURUN,
        dasar=_STANDARD,
        explanation=_("Lama nomor ditunda karena kantor memeriksa sesuatu; nol bila tidak pernah ditunda."),
    ),
    *(
        Metric(
            name=f"queue.{what}.share",
            label=label,
            kinds=(f"queue.{what}",),
            aggregate=Aggregate.SHARE,
            unit="persen",
            scale=100.0,
            direction=Direction.TURUN,
            dasar=_STANDARD,
            explanation=explanation,
        )
        for what, label, explanation in (
            (
                "abandoned",
                _("Belum terlayani saat tutup"),
                _(
                    "Bagian nomor yang belum selesai dilayani saat kantor tutup, dari semua nomor yang berakhir."
                ),
            ),
            (
                "no_show",
                _("Tidak hadir saat dipanggil"),
                _(
                    "Bagian nomor yang tidak datang setelah dipanggil berulang kali, dari semua nomor yang berakhir."
                ),
            ),
            (
                "picked",
                _("Dipanggil di luar urutan"),
                _("Bagian nomor yang dipilih petugas di luar urutan, dari semua nomor yang dipanggil."),
            ),
        )
    ),
)
