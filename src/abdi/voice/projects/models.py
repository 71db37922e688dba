"""A project that people take part in, from idea to use: what was said, chosen, decided, built and spent.

Who voted and who gave which mark is kept as a keyed digest of person and project: one person counts once, and the
database alone tells nobody's choice.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Unit
from abdi.platform.accounts.models import User
from abdi.platform.citizens.models import Citizen
from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.models import TenantModel
from abdi.voice.fields import rupiah, words
from abdi.voice.projects.enums import Hidden, Phase


class Project(TenantModel):
    """`round` counts how often alternatives were put to the vote; `budget` is the most that may be planned."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("nama proyek"), max_length=200)
    summary = words(_("persoalan dan tujuannya"), 4_000)
    place = models.CharField(_("tempat"), max_length=200)
    budget = rupiah(_("pagu (rupiah)"))
    phase = models.CharField(_("tahap"), max_length=20, choices=Phase, default=Phase.DRAF)
    round = models.PositiveSmallIntegerField(default=1)
    vote_closes_at = models.DateTimeField(_("pemungutan suara ditutup"), null=True, blank=True)
    opened_on = models.DateField(_("dibuka pada"), null=True, blank=True)

    most_followers = 1_000  # a neighbourhood

    class Meta(TenantModel.Meta):
        ordering = ["-pk"]
        verbose_name = verbose_name_plural = _("proyek")
        constraints = [
            models.CheckConstraint(condition=Q(budget__gte=0), name="project_budget_not_negative"),
            models.CheckConstraint(
                condition=~Q(phase="dibuka") | Q(opened_on__isnull=False), name="project_opened_is_dated"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "phase"], name="project_by_phase")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        return self.phase != Phase.DRAF

    @property
    def options(self) -> "models.QuerySet[Alternative]":
        """The alternatives of the present round."""
        return self.alternatives.filter(round=self.round)

    @property
    def team(self) -> "models.QuerySet[Member]":
        """Who works on it now."""
        return self.members.filter(left_on=None).select_related("employee")


class PhaseEntry(TenantModel):
    """One phase from the moment it began; going back is a new entry with its reason. Append-only."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="phases")
    number = models.PositiveSmallIntegerField()
    phase = models.CharField(max_length=20, choices=Phase)
    began_at = models.DateTimeField()
    reason = models.CharField(_("alasan"), max_length=1_000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantModel.Meta):
        ordering = ["project", "number"]
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="project_phase_once")]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_phase_display()}"


class Member(TenantModel):
    """Somebody of the team, named on the project's page with what he does in it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="members")
    employee = models.ForeignKey(
        Employee, verbose_name=_("pegawai"), on_delete=models.PROTECT, related_name="+"
    )
    task = models.CharField(_("tugas"), max_length=200)
    left_on = models.DateField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["project", "pk"]
        verbose_name = verbose_name_plural = _("anggota tim")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "employee"],
                condition=Q(left_on=None),
                name="project_member_once",
                violation_error_message=_("Pegawai ini sudah menjadi anggota tim."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.employee)


class Contribution(TenantModel):
    """An idea or a comment of a citizen. `changed`: what it changed in the project, in the team's words."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="contributions")
    phase = models.CharField(max_length=20, choices=Phase)
    author = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = words(_("pendapat"), 2_000)
    changed = models.CharField(_("yang berubah karenanya"), max_length=500, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    hidden = models.CharField(_("alasan disembunyikan"), max_length=20, choices=Hidden, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-at", "-pk"]
        verbose_name = verbose_name_plural = _("pendapat warga")
        indexes = [models.Index(fields=["author", "at"], name="contribution_of_author")]

    def __str__(self) -> str:
        return f"{self.get_phase_display()} {self.pk}"


class Alternative(TenantModel):
    """One design that people may vote for, in one round."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="alternatives")
    round = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("nama rancangan"), max_length=100)
    text = words(_("uraian"), 2_000)
    cost = rupiah(_("perkiraan biaya (rupiah)"))
    picture = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("yang terlihat di gambar"), max_length=200)

    class Meta(TenantModel.Meta):
        ordering = ["project", "round", "number"]
        verbose_name = verbose_name_plural = _("rancangan")
        constraints = [
            models.UniqueConstraint(fields=["project", "round", "number"], name="alternative_number_once")
        ]

    def __str__(self) -> str:
        return self.title


class Vote(TenantModel):
    """One voice in one round: by day only, and by nobody who could be read out of it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="votes")
    round = models.PositiveSmallIntegerField()
    alternative = models.ForeignKey(Alternative, on_delete=models.PROTECT, related_name="votes")
    voter = models.CharField(max_length=64)
    counts_on = models.DateField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["project", "round", "voter"],
                name="vote_once",
                violation_error_message=_("Anda sudah memberikan suara; satu orang satu suara."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id}/{self.round}"


class Decision(TenantModel):
    """What the unit chose in a round, and why. Append-only: another round makes another decision."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="decisions")
    round = models.PositiveSmallIntegerField()
    chosen = models.ForeignKey(Alternative, on_delete=models.PROTECT, related_name="+")
    reason = words(_("alasan"), 2_000)
    decided_at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantModel.Meta):
        ordering = ["project", "round"]
        constraints = [models.UniqueConstraint(fields=["project", "round"], name="decision_once")]

    def __str__(self) -> str:
        return f"{self.project_id}/{self.round}"


class Rejection(TenantModel):
    """Why another alternative was not chosen. Append-only, with its decision."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="rejections")
    alternative = models.OneToOneField(Alternative, on_delete=models.PROTECT, related_name="rejection")
    reason = words(_("alasan tidak dipilih"), 2_000)

    class Meta(TenantModel.Meta):
        ordering = ["decision", "alternative__number"]

    def __str__(self) -> str:
        return f"{self.decision_id}/{self.alternative_id}"


class Milestone(TenantModel):
    """A step of the work with its day and its money."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="milestones")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("tonggak"), max_length=200)
    planned_on = models.DateField(_("direncanakan selesai"))
    done_on = models.DateField(_("selesai pada"), null=True, blank=True)
    budget = rupiah(_("anggaran (rupiah)"))
    responsible = models.ForeignKey(
        Employee,
        verbose_name=_("penanggung jawab"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(TenantModel.Meta):
        ordering = ["project", "planned_on", "number"]
        verbose_name = verbose_name_plural = _("tonggak")
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="milestone_number_once")]

    def __str__(self) -> str:
        return self.title


class Spending(TenantModel):
    """Money spent on a milestone; a correction is a negative row with its reason. Append-only."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="spending")
    amount = rupiah(_("jumlah (rupiah)"), least=None)
    on = models.DateField(_("tanggal"))
    note = models.CharField(_("untuk apa"), max_length=300)

    class Meta(TenantModel.Meta):
        ordering = ["milestone", "on", "pk"]
        verbose_name = verbose_name_plural = _("pengeluaran")
        constraints = [
            models.CheckConstraint(
                condition=~Q(amount=0),
                name="spending_is_something",
                violation_error_message=_("Jumlahnya tidak boleh nol."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.milestone_id}: {self.amount}"


class Photo(TenantModel):
    """Of the work, drawn anew without what the telephone wrote beside it."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("yang terlihat"), max_length=200)

    class Meta(TenantModel.Meta):
        ordering = ["milestone", "pk"]
        verbose_name = verbose_name_plural = _("foto tonggak")

    def __str__(self) -> str:
        return self.caption


class Feedback(TenantModel):
    """What somebody thinks of the thing once it is in use. Shown with at least four others, a day later."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="feedback")
    voter = models.CharField(max_length=64)
    score = models.PositiveSmallIntegerField(
        _("nilai"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    words = words(_("pendapat"), 1_000, blank=True)
    given_on = models.DateField()
    is_released = models.BooleanField(default=False)

    class Meta(TenantModel.Meta):
        ordering = ["project", "uid"]  # by chance: not in the order in which people came
        verbose_name = verbose_name_plural = _("penilaian proyek")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "voter"],
                name="project_feedback_once",
                violation_error_message=_("Anda sudah menilai proyek ini; satu orang satu penilaian."),
            ),
            models.CheckConstraint(
                condition=Q(score__gte=1, score__lte=5), name="project_feedback_one_to_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id}: {self.score}"
