"""People who speak up: known by an address of mail that they can read, shown by a name of their choice."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from abdi.platform.encryption import EncryptedTextField
from abdi.platform.tenancy.models import TenantModel

NEW_FOR = timedelta(hours=24)  # a crowd called together for one vote arrives within hours; see `held_until`


class Citizen(TenantModel):
    """One address of mail, one citizen. Erased, the row stays without anything that says who it was."""

    email = EncryptedTextField(_("surel"), blank=True)
    email_digest = models.CharField(max_length=64, blank=True)  # keyed
    name = models.CharField(_("nama tampilan"), max_length=40, blank=True)
    language = models.CharField(max_length=5, default="id")
    wants_letters = models.BooleanField(_("kirimi saya kabar lewat surel"), default=True)
    verified_at = models.DateTimeField(_("terverifikasi pada"))
    is_blocked = models.BooleanField(_("dihentikan"), default=False)
    blocked_for = models.CharField(_("alasan dihentikan"), max_length=300, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("warga")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "email_digest"], condition=~Q(email_digest=""), name="citizen_email_once"
            ),
            models.UniqueConstraint(
                "instansi",
                Lower("name"),
                condition=~Q(name=""),
                name="citizen_name_once",
                violation_error_message=_("Nama ini sudah dipakai warga lain; tambahkan kata atau angka."),
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(email="", email_digest="", name=""),
                name="citizen_erased_is_nobody",
            ),
        ]

    def __str__(self) -> str:
        """What everybody may read; never the address."""
        return self.name or str(_("Warga yang menghapus akunnya"))

    @property
    def held_until(self) -> datetime:
        """Before this moment the account is new: its votes are kept, and count from then on."""
        return self.verified_at + NEW_FOR

    def is_held(self, now: datetime) -> bool:
        return now < self.held_until


class SignInCode(TenantModel):
    """Six digits on their way to an address. Of several, only the last one opens."""

    email = EncryptedTextField()
    email_digest = models.CharField(max_length=64)
    code = EncryptedTextField(blank=True)  # empty: the address may not sign in, and the letter says so
    language = models.CharField(max_length=5, default="id")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["asked_at", "pk"]
        verbose_name = verbose_name_plural = _("kode masuk warga")
        indexes = [models.Index(fields=["email_digest", "asked_at"], name="sign_in_code_of_email")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
