"""A visit and its permohonan: papers, steps, and two clocks.

The agency's clock stops while the citizen completes his papers; the citizen's own clock never does.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.platform.encryption import EncryptedTextField
from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.models import TenantModel
from abdi.services.queue.enums import Channel
from abdi.services.queue.models import Ticket
from abdi.services.requests.enums import CLOSED, DocumentStatus, PermohonanStatus
from abdi.services.standards.models import Standar


class CitizenVisit(TenantModel):
    """One person, one errand to the government, at however many units. Its code opens everything in it."""

    code = models.CharField(_("kode"), max_length=12)
    unit = models.ForeignKey(Unit, verbose_name=_("diterima di"), on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(_("dibuka pada"))
    name = EncryptedTextField(_("nama pemohon"), blank=True)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantModel.Meta):
        ordering = ["-opened_at"]
        verbose_name = verbose_name_plural = _("kunjungan warga")
        constraints = [models.UniqueConstraint(fields=["code"], name="citizen_visit_code_once")]

    def __str__(self) -> str:
        """Never the code, which is the visitor's secret."""
        return f"{self.unit} {self.opened_at:%d-%m-%Y}"


class Permohonan(TenantModel):
    """One service asked for, judged by the standar in force on the day it was filed."""

    visit = models.ForeignKey(CitizenVisit, on_delete=models.PROTECT, related_name="permohonan")
    number = models.PositiveSmallIntegerField()  # within the visit
    layanan = models.ForeignKey(
        Layanan, verbose_name=_("layanan"), on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="+")
    standar = models.ForeignKey(Standar, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ticket = models.ForeignKey(
        Ticket, null=True, blank=True, on_delete=models.PROTECT, related_name="permohonan"
    )
    status = models.CharField(
        _("status"), max_length=20, choices=PermohonanStatus, default=PermohonanStatus.DIAJUKAN
    )
    handler = models.ForeignKey(
        Employee,
        verbose_name=_("petugas"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="permohonan",
    )
    filed_at = models.DateTimeField(_("diajukan pada"))
    due_at = models.DateTimeField(_("dijanjikan paling lambat"), null=True, blank=True)
    closed_at = models.DateTimeField(_("ditutup pada"), null=True, blank=True)
    warned_at = models.DateTimeField(null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)
    product = models.ForeignKey(
        StoredFile,
        verbose_name=_("produk"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(TenantModel.Meta):
        ordering = ["visit", "number"]
        verbose_name = verbose_name_plural = _("permohonan")
        constraints = [
            models.UniqueConstraint(fields=["visit", "number"], name="permohonan_number_once"),
            models.CheckConstraint(
                condition=Q(status__in=CLOSED, closed_at__isnull=False)
                | (~Q(status__in=CLOSED) & Q(closed_at=None)),
                name="permohonan_closed_is_dated",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "status", "due_at"], name="permohonan_of_unit"),
            models.Index(fields=["handler", "status"], name="permohonan_of_handler"),
        ]

    def __str__(self) -> str:
        """How offices call it, and papers: without the code of the visit, which is the visitor's secret."""
        return f"{self.layanan.code}-{self.pk}"

    @property
    def is_closed(self) -> bool:
        return self.status in CLOSED

    @property
    def channel(self) -> Channel:
        """From home without an account, or at the desk."""
        return Channel.DARING if self.visit.opened_by.is_public else Channel.PETUGAS


class Document(TenantModel):
    """One requirement of the standar, and the paper that meets it."""

    permohonan = models.ForeignKey(Permohonan, on_delete=models.PROTECT, related_name="documents")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(_("persyaratan"), max_length=300)
    is_required = models.BooleanField(_("wajib"), default=True)
    status = models.CharField(
        _("keadaan"), max_length=20, choices=DocumentStatus, default=DocumentStatus.BELUM
    )
    file = models.ForeignKey(
        StoredFile,
        verbose_name=_("berkas"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    note = models.CharField(_("catatan"), max_length=300, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["permohonan", "number"]
        verbose_name = verbose_name_plural = _("berkas persyaratan")
        constraints = [
            models.UniqueConstraint(fields=["permohonan", "number"], name="document_number_once"),
            models.CheckConstraint(
                condition=~Q(status="perbaiki") | ~Q(note=""),
                name="document_returned_with_a_note",
                violation_error_message=_("Sebutkan apa yang perlu diperbaiki."),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Step(TenantModel):
    """One state of a permohonan, from `began_at` until the next begins. Append-only."""

    permohonan = models.ForeignKey(Permohonan, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=20, choices=PermohonanStatus)
    handler = models.ForeignKey(Employee, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["permohonan", "number"]
        constraints = [models.UniqueConstraint(fields=["permohonan", "number"], name="step_number_once")]

    def __str__(self) -> str:
        return f"{self.permohonan_id}.{self.number} {self.status}"
