"""The vault: who reported. Nothing else in the room keeps it, and only `view_identity` opens it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.encryption import EncryptedTextField
from abdi.platform.tenancy.models import TenantModel
from abdi.voice.complaints.models.complaints import Complaint


class Identity(TenantModel):
    """Who reported, encrypted, readable through `view_identity` alone. `words`: what he wrote, where that names him."""

    complaint = models.OneToOneField(Complaint, on_delete=models.PROTECT, related_name="identity")
    name = EncryptedTextField(_("nama"), blank=True)
    address = EncryptedTextField(_("alamat"), blank=True)
    contact = EncryptedTextField(_("kontak"), blank=True)
    nik = EncryptedTextField("NIK", blank=True)
    words = EncryptedTextField(blank=True)  # JSON: field of the complaint → as it was typed

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("identitas pelapor")

    def __str__(self) -> str:
        return str(self.complaint)


class IdentityView(TenantModel):
    """Somebody looked at who reported, and why. Append-only; the reporter reads it by his code."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="identity_views")
    viewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("alasan"), max_length=300)
    viewed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        ordering = ["complaint", "viewed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.complaint} {self.viewed_at:%d-%m-%Y}"
