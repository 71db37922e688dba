"""Many documents ordered at once, printed one after the other into one ZIP file."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.batches.enums import BatchStatus
from abdi.platform.tenancy.models import TenantModel


class Batch(TenantModel):
    """`subjects` are the uids in their order; the first `done` of them are printed or were passed over."""

    kind = models.CharField(_("jenis dokumen"), max_length=40)
    title = models.CharField(_("judul"), max_length=200)
    subjects = models.JSONField(default=list)
    total = models.PositiveIntegerField(_("jumlah"))
    done = models.PositiveIntegerField(_("sudah dicetak"), default=0)
    passed_over = models.PositiveIntegerField(_("dilewati"), default=0)
    status = models.CharField(_("status"), max_length=20, choices=BatchStatus, default=BatchStatus.BERJALAN)
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField(_("dipesan pada"), default=timezone.now)
    finished_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-ordered_at", "-pk"]
        verbose_name = verbose_name_plural = _("cetakan massal")
        constraints = [
            models.CheckConstraint(
                condition=Q(done__lte=F("total"), passed_over__lte=F("done")),
                name="batch_counts",
                violation_error_message=_("Jumlah yang dicetak tidak dapat melebihi yang dipesan."),
            )
        ]
        indexes = [
            models.Index(fields=["ordered_by", "-ordered_at"], name="batch_of_person"),
            models.Index(fields=["status", "finished_at"], name="batch_by_status"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def folder(self) -> Path:
        """Printed but not packed yet; beside the uploads, and like them not reachable by address."""
        return Path(settings.MEDIA_ROOT) / self.instansi.code / "batches" / str(self.uid)

    @property
    def path(self) -> Path:
        return self.folder.with_suffix(".zip")
