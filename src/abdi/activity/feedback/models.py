"""Words about somebody's work: named ones, and sealed ones whose author is kept apart from the text."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.activity.feedback.enums import NAMED, CollectionKind, CollectionStatus, GiverRole
from abdi.organisation.models import Employee
from abdi.planning.models import Period, Rhk
from abdi.platform.tenancy.models import TenantModel

TEXT_LENGTH = 1000


class Feedback(TenantModel):
    """What a leader, a team head or the employee himself says, with his name."""

    about = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="feedback")
    by = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="feedback_given")
    role = models.CharField(_("sebagai"), max_length=20, choices=GiverRole)
    rhk = models.ForeignKey(Rhk, null=True, blank=True, on_delete=models.SET_NULL, related_name="feedback")
    nilai = models.CharField(_("nilai dasar"), max_length=40, blank=True)
    text = models.TextField(_("umpan balik"), max_length=TEXT_LENGTH)
    day = models.DateField(_("tanggal"))

    class Meta(TenantModel.Meta):
        ordering = ["-day", "-pk"]
        verbose_name = verbose_name_plural = _("umpan balik")
        indexes = [
            models.Index(fields=["about", "-day"], name="feedback_about"),
            models.Index(fields=["by", "-day"], name="feedback_by"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=sorted(NAMED)),
                name="feedback_named_roles_only",
                violation_error_message=_("Umpan balik rekan dan bawahan disimpan tanpa nama."),
            ),
            models.CheckConstraint(
                condition=Q(rhk=None) | Q(nilai=""),
                name="feedback_about_one_thing",
                violation_error_message=_("Pilih satu: hasil kerja atau nilai dasar."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.text}"


class Collection(TenantModel):
    """One collection of sealed answers about one person in one period.

    `result`, once closed: {"cukup": bool, "minimum": int} and, when enough answered, {"n": int,
    "medians": {nilai: {"median": float, "n": int}}, "words": [{"nilai": str, "text": str}], "saran": rule's answer}.
    """

    about = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="feedback_collections")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="feedback_collections")
    kind = models.CharField(_("jenis"), max_length=10, choices=CollectionKind)
    status = models.CharField(
        _("status"), max_length=20, choices=CollectionStatus, default=CollectionStatus.DIUSULKAN
    )
    closes_on = models.DateField(_("hari terakhir"))
    # what the rule asked for when the collection began: lowering it later opens nothing that was promised closed
    minimum = models.PositiveSmallIntegerField(_("penanggap minimal"))
    result = models.JSONField(default=dict, blank=True)
    closed_at = models.DateTimeField(_("ditutup pada"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-closes_on", "pk"]
        verbose_name = verbose_name_plural = _("putaran umpan balik")
        indexes = [models.Index(fields=["status", "closes_on"], name="feedback_collection_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["about", "period", "kind"],
                name="feedback_collection_once",
                violation_error_message=_(
                    "Pegawai ini sudah punya survei untuk periode tersebut; "
                    "beda hasil dua survei dapat membuka siapa menjawab apa."
                ),
            ),
            models.CheckConstraint(
                condition=Q(status=CollectionStatus.DITUTUP, closed_at__isnull=False)
                | (~Q(status=CollectionStatus.DITUTUP) & Q(closed_at=None, result={})),
                name="feedback_result_only_when_closed",
                violation_error_message=_("Hasil hanya ada setelah putaran ditutup."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.about}, {self.period}"

    @property
    def is_running(self) -> bool:
        return self.status == CollectionStatus.BERJALAN

    @property
    def is_closed(self) -> bool:
        return self.status == CollectionStatus.DITUTUP

    @property
    def has_result(self) -> bool:
        return bool(self.result.get("cukup"))


class Invitation(TenantModel):
    """Who is asked in a collection, and whether an answer came; not when, and not which."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="invitations")
    rater = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="feedback_invitations")
    role = models.CharField(_("sebagai"), max_length=20, choices=GiverRole)
    answered = models.BooleanField(_("sudah menjawab"), default=False)

    class Meta(TenantModel.Meta):
        ordering = ["rater__name", "pk"]
        verbose_name = verbose_name_plural = _("undangan umpan balik")
        indexes = [models.Index(fields=["rater", "answered"], name="feedback_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "rater"],
                name="feedback_invited_once",
                violation_error_message=_("Orang ini sudah diminta."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.rater}, {self.get_role_display()}"


class SealedAnswer(TenantModel):
    """One score or one sentence on one value. Nothing here leads to who gave it: see README."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="sealed_answers")
    nilai = models.CharField(_("nilai dasar"), max_length=40, blank=True)
    score = models.PositiveSmallIntegerField(_("nilai jawaban"), null=True, blank=True)
    text = models.TextField(_("umpan balik"), max_length=TEXT_LENGTH, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["pk"]
        verbose_name = verbose_name_plural = _("jawaban tertutup")
        constraints = [
            models.CheckConstraint(
                condition=(Q(score=None) & ~Q(text="")) | Q(score__isnull=False, text=""),
                name="sealed_score_or_text",
                violation_error_message=_("Satu baris memuat satu nilai atau satu kalimat."),
            )
        ]

    def __str__(self) -> str:
        return str(self.score or self.text)


class OpenScores(TenantModel):
    """The answers of a survey that carry their author's name: his own, and those of his pejabat penilai."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="open_scores")
    by = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("sebagai"), max_length=20, choices=GiverRole)
    # {nilai: score}
    scores = models.JSONField(default=dict)

    class Meta(TenantModel.Meta):
        ordering = ["pk"]
        verbose_name = verbose_name_plural = _("jawaban bernama")
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "role"],
                name="open_scores_once_per_role",
                violation_error_message=_("Jawaban ini sudah diisi."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=sorted({GiverRole.DIRI, GiverRole.PIMPINAN})),
                name="open_scores_named_roles_only",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by}, {self.get_role_display()}"
