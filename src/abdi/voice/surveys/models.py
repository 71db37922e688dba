"""The survey, its links and its answers.

A link is bound to who served and a ticket; an answer to neither. Nothing joins the two afterwards: no key, no hour, and
no order either, for rows of answers are numbered by chance and written anew when they are released.
"""

from secrets import randbits
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.encryption import EncryptedTextField
from abdi.platform.tenancy.models import TenantManager, TenantModel, TenantQuerySet
from abdi.services.devices.models import Device
from abdi.voice.surveys.enums import Channel, Urutan, WordKind

MOST_DAYS = 60  # a visit longer ago is not remembered well enough to be judged


def by_chance() -> int:
    """A number for a row that must not tell when it was written."""
    return randbits(62) + 1


def between(least: int, most: int) -> list[Any]:
    return [MinValueValidator(least), MaxValueValidator(most)]


class Instrument(TenantModel):
    """What is asked in the whole instansi. `questions`: its own ones besides the nine, [{key, text, options}]."""

    name = models.CharField(_("nama survei"), max_length=100)
    urutan = models.CharField(_("urutan unsur"), max_length=10, choices=Urutan, default=Urutan.LAMPIRAN)
    questions = models.JSONField(_("pertanyaan sendiri"), default=list, blank=True)
    answer_days = models.PositiveSmallIntegerField(
        _("tautan berlaku (hari)"), default=7, validators=between(1, MOST_DAYS)
    )
    rest_days = models.PositiveSmallIntegerField(
        _("jawaban tersisa dilepas tanpa nama petugas sesudah (hari)"), default=14, validators=between(2, 90)
    )
    office_networks = models.JSONField(_("jaringan kantor"), default=list, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("instrumen survei")
        constraints = [models.UniqueConstraint(fields=["instansi"], name="instrument_one_in_use")]

    def __str__(self) -> str:
        return self.name


class SurveyPeriod(TenantModel):
    """From when to when a unit's answers are counted together; without a `layanan`, those of all its services."""

    unit = models.ForeignKey(
        Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="survey_periods"
    )
    layanan = models.ForeignKey(
        Layanan,
        verbose_name=_("layanan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    first = models.DateField(_("hari pertama"))
    last = models.DateField(_("hari terakhir"))
    population = models.PositiveIntegerField(
        _("perkiraan pengguna layanan"), validators=[MinValueValidator(1)]
    )

    class Meta(TenantModel.Meta):
        ordering = ["-first", "unit"]
        verbose_name = verbose_name_plural = _("periode survei")
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lte=F("last")),
                name="survey_period_in_order",
                violation_error_message=_("Hari terakhir tidak boleh sebelum hari pertama."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.layanan or self.unit} {self.first:%d-%m-%Y}–{self.last:%d-%m-%Y}"


class Token(TenantModel):
    """A link that answers once. Its secret is made anew from the case by whoever may show it; here is its digest."""

    digest = models.CharField(max_length=64)
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="tokens")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    layanan = models.ForeignKey(Layanan, on_delete=models.PROTECT, related_name="+")
    employee = models.ForeignKey(Employee, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10)  # how the citizen was served
    served_on = models.DateField()
    expires_on = models.DateField()  # the last day on which it answers
    is_revoked = models.BooleanField(default=False)
    is_used = models.BooleanField(default=False)  # never when: the hour would lead from a link to its answer
    submission_digest = models.CharField(max_length=64, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("tautan survei")
        constraints = [models.UniqueConstraint(fields=["digest"], name="survey_token_once")]
        indexes = [models.Index(fields=["unit", "served_on"], name="survey_token_of_unit")]

    def __str__(self) -> str:
        return f"{self.layanan} {self.served_on:%d-%m-%Y}"


class ResponseQuerySet(TenantQuerySet["Response"]):
    def waiting(self) -> "ResponseQuerySet":
        return self.filter(released_on=None)

    def released(self) -> "ResponseQuerySet":
        """What staff may see and count."""
        return self.exclude(released_on=None)


class Response(TenantModel):
    """What somebody answered. Nobody reads it before `released_on`; from then on `day` is the last of its batch."""

    id = models.BigAutoField(primary_key=True, default=by_chance)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    layanan = models.ForeignKey(Layanan, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    employee = models.ForeignKey(Employee, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel)
    device = models.ForeignKey(Device, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    answers = models.JSONField()  # unsur → 1…4
    extra = models.JSONField(default=dict, blank=True)  # key of an own question → its option, from 0
    words = EncryptedTextField(blank=True)
    flags = models.JSONField(default=list, blank=True)  # codes of `signs.Sign`
    released_on = models.DateField(null=True, blank=True)

    objects = TenantManager.from_queryset(ResponseQuerySet)()

    class Meta(TenantModel.Meta):
        ordering = ["pk"]
        verbose_name = verbose_name_plural = _("jawaban survei")
        indexes = [
            models.Index(fields=["instansi", "released_on", "unit"], name="response_waiting"),
            models.Index(fields=["unit", "day"], name="response_of_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.day:%d-%m-%Y}"


class Word(TenantModel):
    """Thanks or criticism for who served, and what he says to it. No number, and nothing of the answers beside it."""

    id = models.BigAutoField(primary_key=True, default=by_chance)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    layanan = models.ForeignKey(Layanan, on_delete=models.PROTECT, related_name="+")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="survey_words")
    kind = models.CharField(_("jenis"), max_length=15, choices=WordKind)
    text = EncryptedTextField(_("kata"))
    day = models.DateField()
    released_on = models.DateField(null=True, blank=True)
    reply = EncryptedTextField(_("tanggapan"), blank=True)
    replied_on = models.DateField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-released_on", "pk"]
        verbose_name = verbose_name_plural = _("kata warga")
        constraints = [
            models.CheckConstraint(
                condition=Q(reply="", replied_on=None) | (~Q(reply="") & Q(replied_on__isnull=False)),
                name="survey_word_reply_is_dated",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.day:%d-%m-%Y}"
