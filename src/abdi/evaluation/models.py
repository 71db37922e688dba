"""Judging a period: what was realised, two ratings by a human, and the predikat the law makes of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.enums import EvaluationStatus, Predikat, PredikatOrganisasi, Rating, RealisationSource
from abdi.planning.models import Iki, Period, Skp
from abdi.platform.tenancy.models import TenantModel


class Evaluation(TenantModel):
    """One SKP judged for one period. Once set it is frozen: predikat, its lineage, and what was in view."""

    skp = models.ForeignKey(Skp, on_delete=models.PROTECT, related_name="evaluations")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="evaluations")
    status = models.CharField(
        _("status"), max_length=20, choices=EvaluationStatus, default=EvaluationStatus.DRAF
    )
    predikat_organisasi = models.CharField(
        _("capaian kinerja organisasi"), max_length=20, choices=PredikatOrganisasi, blank=True
    )
    rating_hasil = models.CharField(_("rating hasil kerja"), max_length=20, choices=Rating, blank=True)
    rating_perilaku = models.CharField(_("rating perilaku kerja"), max_length=20, choices=Rating, blank=True)
    reason = models.TextField(_("alasan"), blank=True)
    notes = models.TextField(_("catatan/rekomendasi"), blank=True)
    predikat = models.CharField(_("predikat kinerja"), max_length=20, choices=Predikat, blank=True)
    # the rule's whole answer: version, articles, parameters, inputs
    lineage = models.JSONField(default=dict, blank=True)
    # what the documents print, as it stood when the predikat was set
    snapshot = models.JSONField(default=dict, blank=True)
    decided_at = models.DateTimeField(_("ditetapkan pada"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(TenantModel.Meta):
        ordering = ["-period__end", "skp__employee__name", "pk"]
        verbose_name = verbose_name_plural = _("evaluasi kinerja")
        constraints = [
            models.UniqueConstraint(
                fields=["skp", "period"],
                name="evaluation_once",
                violation_error_message=_("SKP ini sudah punya evaluasi untuk periode tersebut."),
            ),
            models.CheckConstraint(
                condition=Q(status=EvaluationStatus.DRAF, predikat="", decided_at=None, decided_by=None)
                | (
                    Q(status=EvaluationStatus.DITETAPKAN, decided_at__isnull=False, decided_by__isnull=False)
                    & ~Q(predikat="")
                    & ~Q(rating_hasil="")
                    & ~Q(rating_perilaku="")
                ),
                name="evaluation_decided_whole",
                violation_error_message=_("Predikat yang ditetapkan mencatat rating, siapa, dan kapan."),
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluasi {self.skp.employee}, {self.period}"

    @property
    def is_decided(self) -> bool:
        return self.status == EvaluationStatus.DITETAPKAN


class Realisation(TenantModel):
    """What became of one IKI: measured from facts with n and interval, or reported with its evidence."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="realisations")
    iki = models.ForeignKey(Iki, on_delete=models.PROTECT, related_name="realisations")
    source = models.CharField(_("asal"), max_length=20, choices=RealisationSource)
    value = models.FloatField(_("realisasi"), null=True, blank=True)
    n = models.PositiveIntegerField("n", null=True, blank=True)
    low = models.FloatField(_("batas bawah 95 %"), null=True, blank=True)
    high = models.FloatField(_("batas atas 95 %"), null=True, blank=True)
    enough = models.BooleanField(_("data cukup"), default=True)
    evidence = models.TextField(_("bukti dukung"), blank=True)
    feedback = models.TextField(_("umpan balik"), blank=True)
    capaian = models.DecimalField(
        _("capaian (persen)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    # {"ukuran": the measurement, "capaian": the rule's answer}
    lineage = models.JSONField(default=dict, blank=True)
    taken_at = models.DateTimeField(_("diambil pada"))

    class Meta(TenantModel.Meta):
        ordering = ["iki__rhk", "iki__order", "pk"]
        verbose_name = verbose_name_plural = _("realisasi")
        constraints = [models.UniqueConstraint(fields=["evaluation", "iki"], name="realisation_once_per_iki")]

    def __str__(self) -> str:
        return f"{self.iki}: {self.value}"


class PerilakuFeedback(TenantModel):
    """Umpan balik on one behaviour value in one evaluation."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="perilaku_feedback")
    nilai = models.CharField(_("nilai dasar"), max_length=40)
    text = models.TextField(_("umpan balik"))

    class Meta(TenantModel.Meta):
        ordering = ["evaluation_id", "pk"]
        verbose_name = verbose_name_plural = _("umpan balik perilaku")
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "nilai"], name="feedback_once_per_value")
        ]

    def __str__(self) -> str:
        return f"{self.nilai}: {self.text}"
