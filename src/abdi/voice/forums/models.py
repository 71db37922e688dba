"""A public consultation forum: who was asked, what was said, what was agreed, and what became of it.

Names of those who take part are encrypted and never published; pages and papers count them by element.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.platform.encryption import EncryptedTextField
from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.models import TenantModel
from abdi.voice.fields import words
from abdi.voice.forums.enums import Element, ForumStatus, Outcome, Source, Theme


class Forum(TenantModel):
    """One meeting. `sequence` counts what changed of its time and place, for calendars (RFC 5545, 3.8.7.4)."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="+")
    layanan = models.ForeignKey(
        Layanan,
        verbose_name=_("layanan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    theme = models.CharField(_("tema"), max_length=20, choices=Theme)
    title = models.CharField(_("judul"), max_length=200)
    agenda = words(_("yang dibahas"), 4_000)
    place = models.CharField(_("tempat"), max_length=200)
    starts_at = models.DateTimeField(_("mulai"))
    ends_at = models.DateTimeField(_("selesai"))
    seats = models.PositiveSmallIntegerField(_("tempat duduk untuk umum"), default=50)
    status = models.CharField(_("status"), max_length=20, choices=ForumStatus, default=ForumStatus.RANCANGAN)
    announced_on = models.DateField(null=True, blank=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    cancelled_because = models.CharField(_("alasan pembatalan"), max_length=500, blank=True)
    minutes = words(_("notula"), 20_000, blank=True)
    settled_on = models.DateField(_("berita acara ditetapkan"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-starts_at", "-pk"]
        verbose_name = verbose_name_plural = _("forum")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="forum_ends_after_it_starts",
                violation_error_message=_("Forum selesai sesudah ia mulai; periksa jamnya."),
            ),
            models.CheckConstraint(
                condition=~Q(status="dibatalkan") | ~Q(cancelled_because=""),
                name="forum_cancelled_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["instansi", "status", "starts_at"], name="forum_by_time")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        """Announced once: a draft that is called off was never anybody's to see."""
        return self.announced_on is not None


class Participant(TenantModel):
    """Somebody invited, registered or met at the door. The code opens his own page."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="participants")
    element = models.CharField(_("unsur"), max_length=20, choices=Element)
    name = EncryptedTextField(_("nama"))
    organisation = EncryptedTextField(_("dari mana"), blank=True)
    source = models.CharField(_("cara"), max_length=10, choices=Source)
    code = models.CharField(_("kode"), max_length=12)
    is_present = models.BooleanField(_("hadir"), default=False)
    withdrew = models.BooleanField(_("batal datang"), default=False)

    class Meta(TenantModel.Meta):
        ordering = ["forum", "element", "pk"]
        verbose_name = verbose_name_plural = _("peserta")
        constraints = [models.UniqueConstraint(fields=["code"], name="forum_code_once")]

    def __str__(self) -> str:
        """Never the name."""
        return f"{self.get_element_display()} {self.pk}"


class Suggestion(TenantModel):
    """What an element put forward, and what becomes of it."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="suggestions")
    number = models.PositiveSmallIntegerField()
    element = models.CharField(_("dari unsur"), max_length=20, choices=Element)
    text = words(_("masukan"), 2_000)
    outcome = models.CharField(_("keputusan"), max_length=20, choices=Outcome, blank=True)
    answer = words(_("jawaban"), 2_000, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["forum", "number"]
        verbose_name = verbose_name_plural = _("masukan")
        constraints = [
            models.UniqueConstraint(fields=["forum", "number"], name="forum_suggestion_once"),
            models.CheckConstraint(
                condition=Q(outcome="") | ~Q(answer=""),
                name="forum_suggestion_decided_with_a_reason",
                violation_error_message=_("Tulis alasan atau rencananya; pengusul berhak mengetahuinya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text[:80]}"


class Agreement(TenantModel):
    """Tindak lanjut that was agreed: what, by whom, until when."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="agreements")
    suggestion = models.ForeignKey(
        Suggestion,
        verbose_name=_("dari masukan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agreements",
    )
    number = models.PositiveSmallIntegerField()
    text = models.CharField(_("tindak lanjut"), max_length=500)
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit penanggung jawab"), on_delete=models.PROTECT, related_name="+"
    )
    owner = models.ForeignKey(
        Employee,
        verbose_name=_("penanggung jawab"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    due_on = models.DateField(_("paling lambat"))
    done_on = models.DateField(_("selesai pada"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["forum", "number"]
        verbose_name = verbose_name_plural = _("tindak lanjut forum")
        constraints = [models.UniqueConstraint(fields=["forum", "number"], name="forum_agreement_once")]
        indexes = [models.Index(fields=["instansi", "done_on", "due_on"], name="forum_agreement_due")]

    def __str__(self) -> str:
        return self.text


class Progress(TenantModel):
    """What was done of it so far. Append-only: whoever was promised something sees every entry."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="progress")
    on = models.DateField(_("tanggal"))
    text = models.CharField(_("yang dikerjakan"), max_length=1_000)
    photo = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantModel.Meta):
        ordering = ["agreement", "pk"]
        verbose_name = verbose_name_plural = _("kemajuan tindak lanjut")

    def __str__(self) -> str:
        return self.text


class Signatory(TenantModel):
    """Who signs for an element. Named on what is published only where he agreed to it."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="signatories")
    element = models.CharField(_("unsur"), max_length=20, choices=Element)
    name = EncryptedTextField(_("nama"))
    capacity = models.CharField(_("sebagai"), max_length=200)
    is_named = models.BooleanField(_("setuju namanya dicantumkan"), default=False)

    class Meta(TenantModel.Meta):
        ordering = ["forum", "element", "pk"]
        verbose_name = verbose_name_plural = _("penanda tangan")

    def __str__(self) -> str:
        return f"{self.get_element_display()}: {self.capacity}"


class Photo(TenantModel):
    """Of the event, drawn anew without what the telephone wrote beside it."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("yang terlihat"), max_length=200)

    class Meta(TenantModel.Meta):
        ordering = ["forum", "pk"]
        verbose_name = verbose_name_plural = _("foto forum")

    def __str__(self) -> str:
        return self.caption
