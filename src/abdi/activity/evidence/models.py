"""Evidence: a file or a link, and the month it is used for."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.activity.evidence.enums import SubjectKind
from abdi.organisation.models import Employee
from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.models import TenantModel


class EvidenceItem(TenantModel):
    """One piece of evidence on one thing; the same content elsewhere is a row of its own with the same digest."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="evidence")
    subject_kind = models.CharField(_("mendukung"), max_length=20, choices=SubjectKind)
    subject_uid = models.UUIDField()
    title = models.CharField(_("judul bukti"), max_length=200)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    link = models.URLField(_("tautan"), max_length=1000, blank=True)
    # SHA-256 of the file's content, or of the link with everything left out that does not change where it leads
    digest = models.CharField(max_length=64)
    month = models.DateField(_("bulan"))  # its first day
    attached_at = models.DateTimeField(_("dilampirkan"), default=timezone.now, editable=False)

    class Meta(TenantModel.Meta):
        ordering = ["attached_at", "pk"]
        verbose_name = verbose_name_plural = _("bukti dukung")
        indexes = [
            models.Index(fields=["instansi", "subject_kind", "subject_uid"], name="evidence_by_subject"),
            models.Index(fields=["instansi", "digest"], name="evidence_by_content"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "subject_kind", "subject_uid", "digest"],
                name="evidence_once_per_subject",
                violation_error_message=_("Bukti yang sama sudah dilampirkan di sini."),
            ),
            models.CheckConstraint(
                condition=Q(file__isnull=False, link="") | (Q(file=None) & ~Q(link="")),
                name="evidence_file_or_link",
                violation_error_message=_("Lampirkan satu berkas atau satu tautan."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
