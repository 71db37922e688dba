"""What was issued, so that anybody who holds a sheet can ask whether it is genuine."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.models import TenantModel


class Issued(TenantModel):
    """One version of one document, with the very bytes that were issued; signed, with those of the signed file too.

    Whether it still holds is not kept here: it does while its subject's frozen content has this `digest`.
    """

    code = models.CharField(_("kode periksa"), max_length=12, unique=True)
    kind = models.CharField(_("jenis dokumen"), max_length=40)
    subject_uid = models.UUIDField()
    digest = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(_("diterbitkan pada"), default=timezone.now)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_sha256 = models.CharField(max_length=64, blank=True)
    signed_file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField(_("ditandatangani pada"), null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signature_id = models.CharField(_("nomor tanda tangan"), max_length=200, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-issued_at", "-pk"]
        verbose_name = verbose_name_plural = _("dokumen terbit")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "kind", "subject_uid", "digest"],
                name="issued_once_per_version",
                violation_error_message=_("Dokumen versi ini sudah diterbitkan."),
            ),
            models.CheckConstraint(
                condition=Q(signed_sha256="", signed_file=None, signed_at=None, signed_by=None)
                | (
                    ~Q(signed_sha256="")
                    & Q(signed_file__isnull=False, signed_at__isnull=False, signed_by__isnull=False)
                ),
                name="issued_signature_whole",
                violation_error_message=_("Tanda tangan mencatat berkas, siapa, dan kapan."),
            ),
        ]
        indexes = [
            models.Index(fields=["sha256"], name="issued_by_digest"),
            models.Index(fields=["signed_sha256"], condition=~Q(signed_sha256=""), name="issued_by_signed"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def latest_file(self) -> StoredFile:
        return self.signed_file or self.file
