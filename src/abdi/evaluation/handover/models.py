"""A predikat on its way to the person it is about, and what he asks about it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.handover.enums import HandoverStatus
from abdi.evaluation.models import Evaluation
from abdi.platform.tenancy.models import TenantModel

_REFUSED, _SETTLED = HandoverStatus.DITOLAK, HandoverStatus.DITETAPKAN_ATASAN


class Handover(TenantModel):
    """One row an evaluation, from its first step on; before that it merely waits."""

    evaluation = models.OneToOneField(Evaluation, on_delete=models.PROTECT, related_name="handover")
    status = models.CharField(
        _("status"), max_length=20, choices=HandoverStatus, default=HandoverStatus.MENUNGGU
    )
    handed_at = models.DateTimeField(_("diserahkan pada"), null=True, blank=True)
    received_at = models.DateTimeField(_("diterima pada"), null=True, blank=True)
    signed_at = models.DateTimeField(_("ditandatangani pada"), null=True, blank=True)
    refused_at = models.DateTimeField(_("ditolak pada"), null=True, blank=True)
    refusal = models.TextField(_("alasan tidak menandatangani"), blank=True)
    settled_at = models.DateTimeField(_("ditetapkan atasan pada"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settlement = models.TextField(_("pertimbangan atasan"), blank=True)
    # the last day of the step that is open now; kept, so that lists can be sorted and chased by it
    due = models.DateField(_("tenggat"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-pk"]
        verbose_name = verbose_name_plural = _("penyerahan hasil")
        indexes = [models.Index(fields=["instansi", "status", "due"], name="handover_waiting")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=_SETTLED, settled_at__isnull=False, settled_by__isnull=False)
                & ~Q(settlement="")
                | (~Q(status=_SETTLED) & Q(settled_at=None, settled_by=None)),
                name="handover_settled_whole",
                violation_error_message=_("Penetapan atasan mencatat siapa, kapan, dan pertimbangannya."),
            ),
            models.CheckConstraint(
                condition=~Q(status=_REFUSED) | (Q(refused_at__isnull=False) & ~Q(refusal="")),
                name="handover_refused_whole",
                violation_error_message=_("Penolakan menandatangani mencatat kapan dan alasannya."),
            ),
        ]

    def __str__(self) -> str:
        return f"Rapor {self.evaluation}"


class Question(TenantModel):
    """Asked by the employee about his own evaluation, answered by who judged it."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField(_("pertanyaan"))
    asked_at = models.DateTimeField(_("ditanyakan pada"))
    answer = models.TextField(_("jawaban"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["asked_at", "pk"]
        verbose_name = verbose_name_plural = _("pertanyaan")

    def __str__(self) -> str:
        return self.text
