"""The audit trail: one hash chain per instansi, written in the transaction of the action it tells of."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import Instansi


class AuditEntry(models.Model):
    """One thing somebody did. The database refuses to change or delete it."""

    chain = models.CharField(max_length=50)  # the instansi's code, or "sistem" for the installation itself
    sequence = models.PositiveBigIntegerField()
    # only keeps the instansi from being deleted: whose a row is says `chain`, which the hash covers
    instansi = models.ForeignKey(Instansi, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("waktu"))
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tag = models.CharField(_("tindakan"), max_length=100)  # source:subject:action
    subject_type = models.CharField(max_length=100)
    subject_id = models.CharField(max_length=64)
    data = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["chain", "sequence"]
        verbose_name = verbose_name_plural = _("jejak audit")
        constraints = [models.UniqueConstraint(fields=["chain", "sequence"], name="audit_one_place_in_chain")]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="audit_subject")]

    def __str__(self) -> str:
        return f"{self.chain}#{self.sequence} {self.tag}"


class AuditHead(models.Model):
    """The end of a chain; locking its row makes writers of one instansi queue."""

    chain = models.CharField(primary_key=True, max_length=50)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.chain}#{self.sequence}"
