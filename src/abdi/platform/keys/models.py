"""Keys of other systems, and how often somebody came lately."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.keys.enums import KeyScope
from abdi.platform.tenancy.models import TenantModel

HINT = 4  # last letters, by which people tell keys apart


class ApiKey(TenantModel):
    """What another system shows at the door. Only its digest is kept: the key itself is told once."""

    name = models.CharField(_("sistem"), max_length=100, help_text=_("Sistem siapa, dan untuk apa."))
    scopes = models.JSONField(_("boleh"), default=list)  # values of KeyScope
    digest = models.CharField(max_length=64)  # SHA-256: see tokens.py
    hint = models.CharField(_("akhir kunci"), max_length=HINT)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(_("dibuat pada"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("terakhir dipakai"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = [F("withdrawn_at").asc(nulls_first=True), "name", "pk"]
        verbose_name = verbose_name_plural = _("kunci API")
        constraints = [
            models.UniqueConstraint(fields=["digest"], name="key_digest_once"),
            models.UniqueConstraint(
                fields=["instansi", "name"],
                condition=Q(withdrawn_at=None),
                name="key_name_once",
                violation_error_message=_("Sudah ada kunci yang berlaku dengan nama ini; beri nama lain."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_valid(self) -> bool:
        return self.withdrawn_at is None

    @property
    def scope_labels(self) -> list[str]:
        return [str(KeyScope(one).label) for one in self.scopes]


class Knock(TenantModel):
    """How often one stranger came within one minute. Forgotten after an hour, so it tells nobody's habits."""

    who = models.CharField(max_length=64)  # keyed digest: neither an address nor a key stands here
    minute = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("ketukan")
        constraints = [models.UniqueConstraint(fields=["instansi", "who", "minute"], name="knock_once")]
        indexes = [models.Index(fields=["minute"], name="knock_by_minute")]
