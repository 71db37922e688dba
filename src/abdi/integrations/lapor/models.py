"""How far the exchange has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import TenantModel

LONGEST_REASON = 300  # letters


class Exchange(TenantModel):
    """One row an instansi. `cursor` is their word for what was taken; `sent_until` ours for what was told."""

    cursor = models.CharField(max_length=200, blank=True)
    sent_until = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("pertukaran")
        constraints = [models.UniqueConstraint(fields=["instansi"], name="lapor_exchange_once")]


class Held(TenantModel):
    """A report that could not be taken in: asked for again at every exchange, until it can or somebody looks."""

    key = models.CharField(_("nomor LAPOR"), max_length=100)
    reason = models.CharField(
        _("sebab"), max_length=LONGEST_REASON
    )  # our sentence: nothing of what the reporter wrote
    since = models.DateTimeField(auto_now_add=True)

    class Meta(TenantModel.Meta):
        ordering = ["since", "pk"]
        verbose_name = verbose_name_plural = _("laporan tertahan")
        constraints = [models.UniqueConstraint(fields=["instansi", "key"], name="lapor_held_once")]

    def __str__(self) -> str:
        return self.key
