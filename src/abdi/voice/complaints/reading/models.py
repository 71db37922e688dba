"""What a machine made of complaints: never read to decide, only to find and to propose."""

from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.platform.files.models import content_path
from abdi.platform.tenancy.models import TenantModel
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.reading.words import LONGEST


class Term(models.Model):
    """One word that a complaint is found by. Reached through complaints only, and so within their instansi.

    `is_public`: the word stands in what everybody may read; a search by everybody looks at no other.
    """

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="terms")
    term = models.CharField(max_length=LONGEST)
    weight = models.PositiveSmallIntegerField()
    is_public = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["complaint", "term"], name="complaint_term_once")]
        indexes = [
            models.Index(fields=["term", "complaint", "is_public", "weight"], name="complaint_by_term")
        ]

    def __str__(self) -> str:
        return self.term


class Target(models.TextChoices):
    """What a router tells from the text; each has its own."""

    UNIT = "unit", _("Unit penanganan")
    CATEGORY = "category", _("Kategori")


class LearntRouter(TenantModel):
    """A router as learnt on one day. Its content lies in the file store under this digest; another one is not used."""

    target = models.CharField(max_length=10, choices=Target)
    sha256 = models.CharField(max_length=64)
    learnt_at = models.DateTimeField()
    cases = models.PositiveIntegerField()
    tested = models.PositiveIntegerField()
    accuracy = models.FloatField()
    baseline = models.FloatField()

    class Meta(TenantModel.Meta):
        ordering = ["-learnt_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.target} {self.learnt_at:%d-%m-%Y}"

    @property
    def is_worth_hearing(self) -> bool:
        """Better than naming the commonest every time; otherwise it says nothing."""
        return self.accuracy > self.baseline

    @property
    def path(self) -> Path:
        return content_path(self.instansi.code, self.sha256)


class Proposal(TenantModel):
    """What a router said of one complaint before a person decided. `first` is null where it was not sure of anything.

    `guesses`: [{"key": id of the unit or category, "confidence": 0 to 1, "words": […]}, …], best first.
    """

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="proposals")
    target = models.CharField(max_length=10, choices=Target)
    router = models.ForeignKey(LearntRouter, on_delete=models.PROTECT, related_name="+")
    first = models.BigIntegerField(null=True)
    guesses = models.JSONField(default=list)
    made_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["complaint", "target"], name="complaint_proposal_once")
        ]
        indexes = [models.Index(fields=["instansi", "target", "made_at"], name="proposal_by_time")]

    def __str__(self) -> str:
        return f"{self.complaint} {self.target}"
