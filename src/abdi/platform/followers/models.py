"""Who wants to be told about a thing, and where. Nothing here says who he is."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.platform.encryption import EncryptedTextField
from abdi.platform.tenancy.models import TenantModel


class Follower(TenantModel):
    """One address, for one thing, named by the label of its model and its uid."""

    subject_type = models.CharField(max_length=100)
    subject_uid = models.UUIDField()
    email = EncryptedTextField(_("surel"), blank=True)
    push = EncryptedTextField(blank=True)  # the browser's subscription, JSON as the Push API gives it
    address_digest = models.CharField(max_length=64)  # keyed; one address follows a thing once
    language = models.CharField(max_length=5, default="id")
    since = models.DateTimeField(auto_now_add=True)

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("pengikut")
        indexes = [models.Index(fields=["subject_type", "subject_uid"], name="follower_of_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "subject_type", "subject_uid", "address_digest"],
                name="follower_once",
                violation_error_message=_("Alamat ini sudah menerima kabar."),
            ),
            models.CheckConstraint(condition=~Q(email="") | ~Q(push=""), name="follower_has_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_uid}"
