"""The complaint itself. Who made it stands elsewhere (`identity.py`), encrypted."""

from datetime import date
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.accounts.models import User
from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.models import TenantManager, TenantModel, TenantQuerySet
from abdi.voice.complaints.enums import ENDED, ArchiveReason, Channel, Finding, Kelas, Kind, Level, Status
from abdi.voice.complaints.models.categories import Category

# state → by when the agency has to do what it has to do then; of each group the first day that is known counts
_DUE: dict[str, tuple[tuple[str, ...], ...]] = {
    Status.BARU: (("verify_due",),),
    # verified and given on within three working days; once given on, the first unit's days to begin count
    Status.TERVERIFIKASI: (("answer_due",), ("take_due", "verify_due")),
    Status.DITERUSKAN: (("answer_due",), ("take_due",)),
    Status.DIPROSES: (("answer_due",),),
    Status.DITUNDA: (("answer_due",),),
    Status.DIBUKA_KEMBALI: (("answer_due", "verify_due"),),
}


def late_on(today: date) -> Q:
    """Whose `due` is gone by that day, for a query."""
    found = Q()
    for status, groups in _DUE.items():
        for fields in groups:
            for place, field in enumerate(fields):
                unknown = dict.fromkeys(fields[:place])
                found |= Q(status=status, **unknown, **{f"{field}__lt": today})
    return found


class ComplaintQuerySet(TenantQuerySet["Complaint"]):
    def unended(self) -> Self:
        return self.exclude(status__in=ENDED)


class Complaint(TenantModel):
    """One report. `code` is the reporter's secret; `number` is what everybody may call it.

    `felt_since` is when the citizen's clock began: receipt, or that of the oldest report merged with this one. It only
    ever moves back. `clock_since` is when the agency's did: verification. Dates that end with `_due` include that day.
    """

    code = models.CharField(_("kode lacak"), max_length=12)
    number = models.CharField(_("nomor"), max_length=12)
    kind = models.CharField(_("jenis"), max_length=30, choices=Kind)
    category = models.ForeignKey(
        Category,
        verbose_name=_("kategori"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kelas = models.CharField(_("kelas SP4N"), max_length=40, choices=Kelas, blank=True)
    title = models.CharField(_("judul"), max_length=120)
    text = models.TextField(_("uraian"))
    requested_solution = models.TextField(_("penyelesaian yang diminta"), blank=True)
    attrs = models.JSONField(default=dict, blank=True)
    public_text = models.TextField(_("uraian untuk umum"), blank=True)

    unit = models.ForeignKey(
        Unit,
        verbose_name=_("unit yang dilaporkan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    layanan = models.ForeignKey(
        Layanan, verbose_name=_("layanan"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit_assigned = models.ForeignKey(
        Unit,
        verbose_name=_("unit penanganan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    handler = models.ForeignKey(
        Employee,
        verbose_name=_("petugas"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    about_employee = models.ForeignKey(
        Employee,
        verbose_name=_("pegawai yang diadukan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    about_words = models.CharField(_("tentang petugas"), max_length=300, blank=True)
    is_about_person = models.BooleanField(default=False)

    status = models.CharField(_("status"), max_length=30, choices=Status, default=Status.BARU)
    escalation = models.PositiveSmallIntegerField(_("eskalasi"), choices=Level, default=Level.TIDAK_ADA)
    channel = models.CharField(_("saluran"), max_length=20, choices=Channel)
    source = models.CharField(max_length=50, blank=True)
    source_key = models.CharField(max_length=200, blank=True)
    submission = models.CharField(max_length=64, blank=True)  # keyed digest: a retry finds its first try

    lat = models.FloatField(
        _("lintang"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    lon = models.FloatField(
        _("bujur"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    address = models.CharField(_("tempat"), max_length=300, blank=True)
    is_at_home = models.BooleanField(_("di rumah pelapor"), default=False)
    happened_on = models.DateField(_("terjadi pada"), null=True, blank=True)
    is_filed_late = models.BooleanField(_("diajukan lewat waktu"), default=False)  # UU 25/2009 Ps 42(2)

    is_anonymous = models.BooleanField(_("anonim"), default=False)
    is_secret = models.BooleanField(_("rahasia"), default=False)

    received_at = models.DateTimeField(_("diterima pada"))
    felt_since = models.DateTimeField()
    clock_since = models.DateTimeField(null=True, blank=True)
    status_since = models.DateTimeField()
    first_answered_at = models.DateTimeField(_("tanggapan pertama pada"), null=True, blank=True)
    verified_at = models.DateTimeField(_("diverifikasi pada"), null=True, blank=True)
    decided_at = models.DateTimeField(_("diputuskan pada"), null=True, blank=True)
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)
    closed_at = models.DateTimeField(_("ditutup pada"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("dinyatakan selesai pelapor"), null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)

    verify_due = models.DateField(_("verifikasi paling lambat"), null=True, blank=True)
    first_answer_due = models.DateField(_("tanggapan pertama paling lambat"), null=True, blank=True)
    completion_due = models.DateField(_("dilengkapi paling lambat"), null=True, blank=True)
    take_due = models.DateField(_("mulai ditangani paling lambat"), null=True, blank=True)
    answer_due = models.DateField(_("dijawab paling lambat"), null=True, blank=True)
    decision_due = models.DateField(_("diputuskan paling lambat"), null=True, blank=True)
    notice_due = models.DateField(_("keputusan disampaikan paling lambat"), null=True, blank=True)
    reply_until = models.DateField(_("ditanggapi pelapor paling lambat"), null=True, blank=True)
    resume_on = models.DateField(_("dilanjutkan paling lambat"), null=True, blank=True)

    archive_reason = models.CharField(
        _("alasan diarsipkan"), max_length=30, choices=ArchiveReason, blank=True
    )
    redirected_to = models.CharField(_("diarahkan kepada"), max_length=200, blank=True)
    finding = models.CharField(_("hasil pemeriksaan"), max_length=20, choices=Finding, blank=True)
    duplicate_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="duplicates"
    )

    objects = TenantManager.from_queryset(ComplaintQuerySet)()

    class Meta(TenantModel.Meta):
        ordering = ["-received_at", "-pk"]
        verbose_name = verbose_name_plural = _("pengaduan")
        constraints = [
            models.UniqueConstraint(fields=["code"], name="complaint_code_once"),
            models.UniqueConstraint(fields=["instansi", "number"], name="complaint_number_once"),
            models.UniqueConstraint(
                fields=["instansi", "source", "source_key"],
                condition=~Q(source_key=""),
                name="complaint_source_once",
                violation_error_message=_("Laporan ini sudah kami terima; muat ulang halaman ini."),
            ),
            models.UniqueConstraint(
                fields=["instansi", "submission"],
                condition=~Q(submission=""),
                name="complaint_submission_once",
                violation_error_message=_("Laporan ini sudah kami terima; muat ulang halaman ini."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=ENDED, closed_at__isnull=False)
                | (~Q(status__in=ENDED) & Q(closed_at=None)),
                name="complaint_closed_is_dated",
            ),
            models.CheckConstraint(
                condition=Q(lat=None, lon=None) | Q(lat__isnull=False, lon__isnull=False),
                name="complaint_place_is_whole",
                violation_error_message=_("Isi lintang dan bujur, atau kosongkan keduanya."),
            ),
            models.CheckConstraint(
                condition=~Q(status="arsip") | ~Q(archive_reason=""),
                name="complaint_archived_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(status="digabung", duplicate_of__isnull=False)
                | (~Q(status="digabung") & Q(duplicate_of=None)),
                name="complaint_merged_into_one",
            ),
        ]
        indexes = [
            models.Index(fields=["instansi", "status", "answer_due"], name="complaint_by_status"),
            models.Index(fields=["unit_assigned", "status", "answer_due"], name="complaint_of_unit"),
            models.Index(fields=["handler", "status"], name="complaint_of_handler"),
            models.Index(fields=["instansi", "received_at"], name="complaint_by_receipt"),
            models.Index(fields=["instansi", "category", "received_at"], name="complaint_by_category"),
            models.Index(fields=["instansi", "lat", "lon"], name="complaint_by_place"),
        ]

    def __str__(self) -> str:
        """Never the code, which is the reporter's secret."""
        return self.number

    @property
    def is_ended(self) -> bool:
        return self.status in ENDED

    @property
    def due(self) -> date | None:
        """The day by which the agency has to do its next thing; None while it is the reporter's turn."""
        groups = ([getattr(self, field) for field in fields] for fields in _DUE.get(self.status, ()))
        days = (next(filter(None, group), None) for group in groups)
        return min(filter(None, days), default=None)


class NamedPerson(TenantModel):
    """Somebody else whom a complaint about an officer names: he does not see it, nor is it given to him."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="named")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    named_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["complaint", "employee"], name="complaint_names_once")]

    def __str__(self) -> str:
        return str(self.complaint)


class Photo(TenantModel):
    """One picture drawn anew, without anything that the telephone wrote beside it, and its small copy."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="photos")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    thumb = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    is_public = models.BooleanField(_("ditampilkan untuk umum"), default=False)

    class Meta(TenantModel.Meta):
        ordering = ["complaint", "number"]
        verbose_name = verbose_name_plural = _("foto")
        constraints = [models.UniqueConstraint(fields=["complaint", "number"], name="complaint_photo_once")]

    def __str__(self) -> str:
        return f"{self.complaint} {self.number}"
