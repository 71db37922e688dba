"""One fact behind a number, said to be wrong."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.contest.enums import ContestStatus
from abdi.evaluation.models import Realisation
from abdi.organisation.models import Unit
from abdi.platform.tenancy.models import TenantModel

_ANSWERED = [ContestStatus.DITOLAK, ContestStatus.DIKOREKSI]


class Contest(TenantModel):
    """The fact is named by its id in the ledger: the ledger has one door, and relations do not pass it."""

    realisation = models.ForeignKey(Realisation, on_delete=models.PROTECT, related_name="contests")
    fact_id = models.BigIntegerField(_("fakta"))
    # of the fact, as it was contested
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("jenis"), max_length=60)
    case_key = models.CharField(_("perkara"), max_length=100, blank=True)
    occurred_at = models.DateTimeField(_("terjadi"))
    value = models.FloatField(_("nilai tercatat"), null=True, blank=True)
    reason = models.TextField(_("apa yang keliru"))
    evidence = models.TextField(_("bukti"), blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=ContestStatus, default=ContestStatus.DIAJUKAN
    )
    filed_at = models.DateTimeField(_("diajukan pada"))
    due = models.DateField(_("tenggat jawaban"), null=True, blank=True)
    answer = models.TextField(_("jawaban"), blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(_("diperiksa pada"), null=True, blank=True)
    successor_id = models.BigIntegerField(_("fakta pengganti"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-filed_at", "-pk"]
        verbose_name = verbose_name_plural = _("sanggahan data")
        indexes = [models.Index(fields=["instansi", "status", "due"], name="contest_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["realisation", "fact_id"],
                condition=Q(status=ContestStatus.DIAJUKAN),
                name="contest_once_open",
                violation_error_message=_("Fakta ini sudah disanggah dan sedang diperiksa."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(status__in=_ANSWERED, checked_by__isnull=False, checked_at__isnull=False)
                    & ~Q(answer="")
                )
                | (~Q(status__in=_ANSWERED) & Q(checked_by=None, checked_at=None)),
                name="contest_answered_whole",
                violation_error_message=_("Jawaban sanggahan mencatat siapa, kapan, dan alasannya."),
            ),
            models.CheckConstraint(
                condition=Q(status=ContestStatus.DIKOREKSI, successor_id__isnull=False)
                | (~Q(status=ContestStatus.DIKOREKSI) & Q(successor_id=None)),
                name="contest_corrected_by_a_fact",
                violation_error_message=_("Koreksi menyebut fakta penggantinya."),
            ),
        ]

    def __str__(self) -> str:
        return f"Sanggahan data, {self.realisation.iki}"
