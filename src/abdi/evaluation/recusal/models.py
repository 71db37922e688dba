"""An assessor who may not judge, and the person named where nobody stands above him."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.recusal.enums import ConflictKind, ConflictStatus
from abdi.organisation.models import Employee
from abdi.planning.models import Skp
from abdi.platform.tenancy.models import TenantModel

_OPEN, _ACCEPTED = ConflictStatus.DILAPORKAN, ConflictStatus.DITERIMA


class Conflict(TenantModel):
    """One assessor is said to be related to, or to have an interest in, the person of one SKP."""

    skp = models.ForeignKey(Skp, on_delete=models.PROTECT, related_name="conflicts")
    assessor = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("jenis hubungan"), max_length=20, choices=ConflictKind)
    text = models.TextField(_("keterangan dan bukti"))
    status = models.CharField(_("status"), max_length=20, choices=ConflictStatus, default=_OPEN)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(_("dilaporkan pada"))
    due = models.DateField(_("tenggat putusan"), null=True, blank=True)
    finding = models.TextField(_("putusan"), blank=True)
    # who judges in the assessor's place: the superior who found the conflict
    stand_in = models.ForeignKey(
        Employee, null=True, blank=True, on_delete=models.PROTECT, related_name="judged_in_place"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("diputus pada"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-declared_at", "-pk"]
        verbose_name = verbose_name_plural = _("benturan kepentingan")
        indexes = [models.Index(fields=["instansi", "status", "due"], name="conflict_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["skp", "assessor"],
                condition=Q(status__in=[_OPEN, _ACCEPTED]),
                name="conflict_once_open",
                violation_error_message=_("Benturan kepentingan penilai ini sudah dilaporkan untuk SKP ini."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=[_OPEN, ConflictStatus.DICABUT])
                | (Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(finding="")),
                name="conflict_finding_whole",
                violation_error_message=_("Putusan mencatat siapa, kapan, dan alasannya."),
            ),
            models.CheckConstraint(
                condition=Q(status=_ACCEPTED, stand_in__isnull=False)
                | (~Q(status=_ACCEPTED) & Q(stand_in=None)),
                name="conflict_stand_in",
                violation_error_message=_("Benturan yang diterima menyebut siapa yang menggantikan."),
            ),
        ]

    def __str__(self) -> str:
        return f"Benturan kepentingan {self.assessor}, {self.skp}"


class Reviewer(TenantModel):
    """Who decides above the assessor of one SKP, named because the reporting lines end at the assessor."""

    skp = models.OneToOneField(Skp, on_delete=models.PROTECT, related_name="reviewer")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="reviews")
    reason = models.TextField(_("dasar penunjukan"))
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField(_("ditunjuk pada"))

    class Meta(TenantModel.Meta):
        ordering = ["skp"]
        verbose_name = verbose_name_plural = _("pejabat pemutus")

    def __str__(self) -> str:
        return f"{self.employee} memutus atas {self.skp}"
