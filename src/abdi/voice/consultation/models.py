"""Public consultation: a topic, what is said in it, who stands behind it, and what was done with what was said.

Whatever is said – a proposal, a comment, an official answer, a report of progress – can be reported, hidden and
contested alike, the office's own words too, so it is one table.
"""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.platform.citizens.models import Citizen
from abdi.platform.tenancy.models import TenantModel
from abdi.voice.consultation.enums import (
    CONTESTABLE,
    Deed,
    PostKind,
    ProposalStatus,
    Rule,
    Standing,
    TopicStatus,
)

LONGEST_TITLE, LONGEST_TEXT, LONGEST_REASON = 150, 5_000, 1_000


class Topic(TenantModel):
    """What the office asks, until when, and by when it has answered every proposal."""

    most_followers = 1_000  # unlike one citizen's errand, it is everybody's business

    unit = models.ForeignKey(Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="+")
    layanan = models.ForeignKey(
        Layanan, verbose_name=_("layanan"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(_("judul"), max_length=LONGEST_TITLE)
    question = models.CharField(_("pertanyaan"), max_length=500)
    background = models.TextField(_("latar belakang"), max_length=8_000)
    opens = models.DateField(_("dibuka"))
    closes = models.DateField(_("hari terakhir mengusulkan"))
    answers_due = models.DateField(_("dijawab paling lambat"))
    hide_after = models.PositiveSmallIntegerField(_("ditangguhkan sesudah laporan"), default=3)
    status = models.CharField(_("status"), max_length=20, choices=TopicStatus, default=TopicStatus.RANCANGAN)
    closed_on = models.DateField(null=True, blank=True)
    closed_because = models.CharField(_("alasan ditutup"), max_length=LONGEST_REASON, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-opens", "-pk"]
        verbose_name = verbose_name_plural = _("topik konsultasi")
        indexes = [models.Index(fields=["unit", "status", "closes"], name="topic_of_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens__lte=F("closes")) & Q(closes__lte=F("answers_due")),
                name="topic_days_in_order",
                violation_error_message=_(
                    "Urutan harinya: dibuka, hari terakhir mengusulkan, lalu hari jawaban paling lambat."
                ),
            ),
            models.CheckConstraint(
                condition=Q(hide_after__gte=2),
                name="topic_hidden_by_more_than_one",
                violation_error_message=_("Satu laporan saja tidak cukup untuk menangguhkan."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def last_day(self) -> date:
        return min(self.closes, self.closed_on) if self.closed_on else self.closes


class Post(TenantModel):
    """One thing that somebody said. `due_on` of a proposal: when the office owes the next word about it."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=20, choices=PostKind)
    number = models.PositiveIntegerField()  # within the topic
    proposal = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="thread"
    )
    citizen = models.ForeignKey(
        Citizen, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    employee = models.ForeignKey(Employee, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    posted_at = models.DateTimeField()
    version = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(_("status"), max_length=20, choices=ProposalStatus, blank=True)
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.TAMPIL)
    due_on = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)  # first
    warned_on = models.DateField(null=True, blank=True)  # the due day that the office was warned of
    escalated_on = models.DateField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["topic", "number"]
        verbose_name = verbose_name_plural = _("ungkapan")
        indexes = [
            models.Index(fields=["topic", "kind", "status"], name="post_of_topic"),
            models.Index(fields=["kind", "due_on"], name="post_due"),
            models.Index(fields=["standing"], name="post_standing"),
            models.Index(fields=["citizen", "posted_at"], name="post_of_citizen"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["topic", "number"], name="post_number_once"),
            models.CheckConstraint(
                condition=Q(citizen=None, employee__isnull=False) | Q(citizen__isnull=False, employee=None),
                name="post_has_one_author",
            ),
            models.CheckConstraint(
                condition=Q(kind=PostKind.USULAN, proposal=None)
                | (~Q(kind=PostKind.USULAN) & Q(proposal__isnull=False)),
                name="post_hangs_on_a_proposal",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[PostKind.JAWABAN, PostKind.KEMAJUAN]) | Q(employee__isnull=False),
                name="post_official_by_an_official",
            ),
        ]

    def __str__(self) -> str:
        """Never its words: they are a citizen's, and this stands in lists and logs."""
        return f"{self.get_kind_display()} {self.number}"

    @property
    def is_shown(self) -> bool:
        return self.standing == Standing.TAMPIL and self.status != ProposalStatus.DITARIK

    @property
    def is_contestable(self) -> bool:
        return self.standing in CONTESTABLE

    @property
    def root(self) -> "Post":
        """The proposal on whose page it stands."""
        return self.proposal or self


class Wording(TenantModel):
    """The words of a post. Once somebody relied on them they stay, and an edit is a wording of its own."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("judul usulan"), max_length=LONGEST_TITLE, blank=True)
    text = models.TextField(_("isi"), max_length=LONGEST_TEXT, blank=True)
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        ordering = ["post", "number"]
        verbose_name = verbose_name_plural = _("rumusan")
        constraints = [models.UniqueConstraint(fields=["post", "number"], name="wording_number_once")]

    def __str__(self) -> str:
        return f"{self.post_id}.{self.number}"


class Support(TenantModel):
    """One citizen stands behind one wording; of a new account it counts from `counts_from` on."""

    proposal = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="supports")
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="supports")
    citizen = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="supports")
    given_at = models.DateTimeField()
    counts_from = models.DateTimeField()

    class Meta(TenantModel.Meta):
        ordering = ["pk"]
        verbose_name = verbose_name_plural = _("dukungan")
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "citizen"],
                name="support_once",
                violation_error_message=_("Anda sudah mendukung usulan ini; satu warga satu dukungan."),
            )
        ]
        indexes = [models.Index(fields=["citizen", "given_at"], name="support_of_citizen")]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.given_at:%d-%m-%Y}"


class Report(TenantModel):
    """A citizen says that something breaks a rule. Settled once a moderator has looked."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="reports")
    citizen = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(_("aturan"), max_length=20, choices=Rule)
    at = models.DateTimeField()
    is_settled = models.BooleanField(default=False)

    class Meta(TenantModel.Meta):
        ordering = ["pk"]
        verbose_name = verbose_name_plural = _("laporan")
        constraints = [
            models.UniqueConstraint(
                fields=["post", "citizen"],
                name="report_once",
                violation_error_message=_("Anda sudah melaporkan ini; laporan Anda diperiksa."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.rule}"


class Ruling(TenantModel):
    """One line of the public log of moderation. Append-only."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="rulings")
    number = models.PositiveSmallIntegerField()
    deed = models.CharField(_("tindakan"), max_length=20, choices=Deed)
    rule = models.CharField(_("aturan"), max_length=20, choices=Rule, blank=True)
    reason = models.CharField(_("alasan"), max_length=LONGEST_REASON, blank=True)
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        ordering = ["-at", "-pk"]
        verbose_name = verbose_name_plural = _("catatan moderasi")
        constraints = [
            models.UniqueConstraint(fields=["post", "number"], name="ruling_number_once"),
            models.CheckConstraint(
                condition=~Q(deed=Deed.SEMBUNYIKAN) | (~Q(rule="") & ~Q(reason="")),
                name="ruling_hides_by_a_rule",
                violation_error_message=_("Sebutkan aturan yang dilanggar dan alasannya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}.{self.number} {self.deed}"
