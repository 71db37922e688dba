"""What was done with a complaint: its states, to whom it went, what was answered, what the reporter said of it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Unit
from abdi.platform.accounts.models import User
from abdi.platform.tenancy.models import TenantModel
from abdi.voice.complaints.enums import Finding, PauseCause, Status
from abdi.voice.complaints.models.complaints import Complaint


class Event(TenantModel):
    """One state of a complaint, from `began_at` until the next begins, and the verb that led there. Append-only.

    `note` is written for the reporter, `remark` for the office alone. `cause` and `until` belong to a pause.
    """

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=30)
    status = models.CharField(max_length=30, choices=Status)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    handler = models.ForeignKey(Employee, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    cause = models.CharField(max_length=20, choices=PauseCause, blank=True)
    until = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    remark = models.TextField(blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["complaint", "number"]
        constraints = [models.UniqueConstraint(fields=["complaint", "number"], name="complaint_event_once")]

    def __str__(self) -> str:
        return f"{self.complaint}.{self.number} {self.status}"


class Disposition(TenantModel):
    """To whom the coordinator gave it. Refused once it comes back, after a second refusal the next one is final."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="dispositions")
    number = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Employee, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("catatan"), blank=True)
    disposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    disposed_at = models.DateTimeField()
    is_final = models.BooleanField(default=False)
    refused_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    refused_at = models.DateTimeField(null=True, blank=True)
    refusal = models.TextField(_("alasan penolakan"), blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["complaint", "number"]
        constraints = [
            models.UniqueConstraint(fields=["complaint", "number"], name="complaint_disposition_once"),
            models.CheckConstraint(
                condition=Q(refused_at=None) | Q(is_final=False), name="complaint_final_disposition_stands"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.complaint} → {self.unit}"


class Answer(TenantModel):
    """One version of what the agency says; a changed draft is a new row, so that what was approved is what was sent."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("jawaban"))
    is_public = models.BooleanField(_("boleh dibaca umum"), default=True)
    finding = models.CharField(_("hasil pemeriksaan"), max_length=20, choices=Finding, blank=True)
    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["complaint", "number"]
        verbose_name = verbose_name_plural = _("jawaban")
        constraints = [
            models.UniqueConstraint(fields=["complaint", "number"], name="complaint_answer_once"),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("drafted_by")),
                name="complaint_answer_approved_by_another",
                violation_error_message=_("Jawaban disetujui oleh orang lain, bukan penyusunnya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.complaint}.{self.number}"


class Addition(TenantModel):
    """What the reporter added later; written without what would name him, where he is anonymous."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="additions")
    text = models.TextField(_("keterangan tambahan"))
    added_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        ordering = ["complaint", "added_at", "pk"]

    def __str__(self) -> str:
        return str(self.complaint)


class Reopening(TenantModel):
    """The reporter did not find it solved, and why."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="reopenings")
    reason = models.TextField(_("alasan"))
    reopened_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        ordering = ["complaint", "reopened_at", "pk"]

    def __str__(self) -> str:
        return str(self.complaint)


class Rating(TenantModel):
    """What the reporter thinks of how it was handled: once, when he says that it is done."""

    complaint = models.OneToOneField(Complaint, on_delete=models.PROTECT, related_name="rating")
    stars = models.PositiveSmallIntegerField(
        _("nilai"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    words = models.TextField(_("kesan"), blank=True)
    rated_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(stars__gte=1, stars__lte=5), name="complaint_one_to_five_stars"
            )
        ]

    def __str__(self) -> str:
        return str(self.complaint)
