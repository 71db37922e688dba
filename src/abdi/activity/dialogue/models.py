"""Talks between an employee and his leader: planned, held, and what was agreed."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from abdi.activity.dialogue.enums import DialogueStatus, SessionKind, TindakLanjut
from abdi.organisation.models import Employee
from abdi.planning.models import Skp
from abdi.platform.encryption import EncryptedTextField
from abdi.platform.tenancy.models import TenantModel


class Dialogue(TenantModel):
    """One dialog kinerja about an SKP. `agenda`: one line a point."""

    skp = models.ForeignKey(Skp, on_delete=models.PROTECT, related_name="dialogues")
    leader = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="dialogues_led")
    starts_at = models.DateTimeField(_("waktu"))
    minutes = models.PositiveSmallIntegerField(_("lama (menit)"), default=30)
    place = models.CharField(_("tempat"), max_length=200, blank=True)
    agenda = models.TextField(_("agenda"))
    status = models.CharField(
        _("status"), max_length=20, choices=DialogueStatus, default=DialogueStatus.DIRENCANAKAN
    )
    notes = models.TextField(_("catatan"), blank=True)
    planned_at = models.DateTimeField(_("direncanakan pada"))
    confirmed_by_employee_at = models.DateTimeField(_("dibenarkan pegawai"), null=True, blank=True)
    confirmed_by_leader_at = models.DateTimeField(_("dibenarkan pimpinan"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-starts_at", "-pk"]
        verbose_name = verbose_name_plural = _("dialog kinerja")
        indexes = [
            models.Index(fields=["skp", "status", "-starts_at"], name="dialogue_of_skp"),
            models.Index(fields=["leader", "status", "-starts_at"], name="dialogue_of_leader"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=DialogueStatus.DILAKSANAKAN) & ~Q(notes="")
                | (
                    ~Q(status=DialogueStatus.DILAKSANAKAN)
                    & Q(notes="", confirmed_by_employee_at=None, confirmed_by_leader_at=None)
                ),
                name="dialogue_held_with_notes",
                violation_error_message=_("Dialog yang dilaksanakan mencatat isinya."),
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0),
                name="dialogue_lasts",
                violation_error_message=_("Lama dialog harus lebih dari nol menit."),
            ),
        ]

    def __str__(self) -> str:
        return f"Dialog kinerja {self.skp.employee}"

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def points(self) -> list[str]:
        return self.agenda.splitlines()


class AgreedAction(TenantModel):
    """What one of the two undertook in a dialogue."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="agreed")
    text = models.CharField(_("tindakan"), max_length=300)
    owner = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="agreed_actions")
    due = models.DateField(_("paling lambat"))
    done_on = models.DateField(_("selesai pada"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["due", "pk"]
        verbose_name = verbose_name_plural = _("tindakan yang disepakati")
        indexes = [models.Index(fields=["owner", "done_on", "due"], name="agreed_action_open")]

    def __str__(self) -> str:
        return self.text


class Session(TenantModel):
    """One bimbingan or konseling kinerja, as PP 30/2019 Ps 30–34 wants it recorded."""

    kind = models.CharField(_("jenis"), max_length=20, choices=SessionKind)
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="sessions")
    official = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="sessions_led")
    day = models.DateField(_("tanggal"))
    is_group = models.BooleanField(_("kelompok"), default=False)
    topic = models.CharField(_("pokok bimbingan"), max_length=200, blank=True)
    notes = EncryptedTextField(_("isi"), blank=True)  # konseling is for the two alone (Ps 33)
    tindak_lanjut = models.CharField(_("tindak lanjut"), max_length=20, choices=TindakLanjut, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-day", "-pk"]
        verbose_name = verbose_name_plural = _("bimbingan dan konseling")
        indexes = [
            models.Index(fields=["employee", "-day"], name="session_of_employee"),
            models.Index(fields=["official", "-day"], name="session_of_official"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=SessionKind.BIMBINGAN)
                | Q(kind=SessionKind.KONSELING, is_group=False, topic=""),
                name="session_konseling_is_private",
                violation_error_message=_("Konseling bersifat perorangan dan pokoknya tidak dicatat."),
            ),
            models.CheckConstraint(
                condition=~Q(employee=F("official")),
                name="session_two_people",
                violation_error_message=_("Bimbingan dan konseling dilakukan oleh orang lain."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.employee}"

    @property
    def is_private(self) -> bool:
        return self.kind == SessionKind.KONSELING


class SessionFeedback(TenantModel):
    """Form B.1.8: how the employee found the session. `answers`: [{"pernyataan": str, "skor": int}]."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="feedback")
    answers = models.JSONField(default=list)
    note = models.TextField(_("catatan"), blank=True)
    given_at = models.DateTimeField(_("diisi pada"))

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("umpan balik bimbingan (B.1.8)")

    def __str__(self) -> str:
        return f"B.1.8 {self.session}"


class CompetencyLine(TenantModel):
    """A line of form B.1.9; `needs_training` makes it a training need."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="competencies")
    order = models.PositiveSmallIntegerField(_("urutan"))
    competency = models.CharField(_("kompetensi"), max_length=120)
    score = models.PositiveSmallIntegerField(_("skor"))
    reason = models.TextField(_("alasan"))
    follow_up = models.CharField(_("tindak lanjut"), max_length=300, blank=True)
    needs_training = models.BooleanField(_("perlu pelatihan"), default=False)

    class Meta(TenantModel.Meta):
        ordering = ["session", "order", "pk"]
        verbose_name = verbose_name_plural = _("evaluasi kompetensi (B.1.9)")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "competency"],
                name="competency_once",
                violation_error_message=_("Kompetensi ini sudah dinilai."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.competency}: {self.score}"
