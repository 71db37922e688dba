"""Files people hand in. The row says what a file is; the content lies below MEDIA_ROOT under its own digest."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import TenantModel


class StoredFile(TenantModel):
    """One file as somebody handed it in. The same content twice is two rows and one file on disk."""

    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("ukuran"))
    content_type = models.CharField(_("jenis isi"), max_length=100)
    name = models.CharField(_("nama berkas"), max_length=150)
    purpose = models.CharField(_("keperluan"), max_length=60)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("dibuat"), default=timezone.now, editable=False)

    class Meta(TenantModel.Meta):
        ordering = ["-created_at", "-pk"]
        verbose_name = verbose_name_plural = _("berkas")
        indexes = [models.Index(fields=["instansi", "sha256"], name="file_by_content")]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        return content_path(self.instansi.code, self.sha256)


def content_path(instansi_code: str, sha256: str) -> Path:
    return Path(settings.MEDIA_ROOT) / instansi_code / sha256[:2] / sha256
