"""Keberatan: an employee disputes his predikat, and what came of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection.enums import KeberatanStatus
from abdi.organisation.models import Employee
from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.models import TenantModel

_OPEN = [KeberatanStatus.DIAJUKAN, KeberatanStatus.DIJELASKAN]
_DECIDED = [KeberatanStatus.DIKUATKAN, KeberatanStatus.DIUBAH]


class Keberatan(TenantModel):
    """One objection an evaluation; another only if the first was withdrawn."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="keberatan")
    # who set the disputed predikat: he explains, his superior decides
    assessor = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        _("status"), max_length=20, choices=KeberatanStatus, default=KeberatanStatus.DIAJUKAN
    )
    reasons = models.TextField(_("alasan keberatan"))
    evidence = models.TextField(_("bukti"), blank=True)
    attachment = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("lampiran"),
    )
    filed_at = models.DateTimeField(_("diajukan pada"))
    explain_due = models.DateField(_("tenggat penjelasan"), null=True, blank=True)
    decide_due = models.DateField(_("tenggat putusan"), null=True, blank=True)
    explanation = models.TextField(_("penjelasan pejabat penilai"), blank=True)
    explained_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    explained_at = models.DateTimeField(_("dijelaskan pada"), null=True, blank=True)
    decision = models.TextField(_("keputusan atasan"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("diputus pada"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-filed_at", "-pk"]
        verbose_name = verbose_name_plural = _("keberatan")
        indexes = [models.Index(fields=["instansi", "status", "decide_due"], name="keberatan_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation"],
                condition=~Q(status=KeberatanStatus.DITARIK),
                name="keberatan_once",
                violation_error_message=_("Keberatan atas evaluasi ini sudah diajukan; putusannya final."),
            ),
            models.CheckConstraint(
                condition=~Q(reasons=""),
                name="keberatan_with_reasons",
                violation_error_message=_("Keberatan disertai alasan (PP 30/2019 Ps 59)."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(status__in=_DECIDED, decided_by__isnull=False, decided_at__isnull=False)
                    & ~Q(decision="")
                )
                | (~Q(status__in=_DECIDED) & Q(decided_by=None, decided_at=None, decision="")),
                name="keberatan_decided_whole",
                violation_error_message=_("Putusan keberatan mencatat siapa, kapan, dan alasannya."),
            ),
        ]

    def __str__(self) -> str:
        return f"Keberatan atas {self.evaluation}"

    @property
    def is_open(self) -> bool:
        return self.status in _OPEN


class Revision(TenantModel):
    """A predikat that an objection changed: the first decision whole beside the new one.

    `before` and `after`: rating_hasil, rating_perilaku, predikat, reason, lineage, snapshot, decided_at (ISO),
    decided_by (name).
    """

    keberatan = models.OneToOneField(Keberatan, on_delete=models.PROTECT, related_name="revision")
    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="revisions")
    before = models.JSONField(_("semula"))
    after = models.JSONField(_("menjadi"))
    reason = models.TextField(_("alasan"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("diubah pada"))

    class Meta(TenantModel.Meta):
        ordering = ["-made_at", "-pk"]
        verbose_name = verbose_name_plural = _("perubahan predikat")
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="revision_with_reason",
                violation_error_message=_("Perubahan predikat disertai alasan."),
            )
        ]

    def __str__(self) -> str:
        return f"Perubahan {self.evaluation}"
