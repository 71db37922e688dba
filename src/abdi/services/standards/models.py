"""The fourteen components of a standar pelayanan (PermenPANRB 15/2014), version by version, and how they were made."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.tenancy.models import TenantModel
from abdi.services.standards.enums import Group, ReviewKind, StandarStatus, TimeUnit


class Standar(TenantModel):
    """One version. Set ones are never changed: a new version takes over from its own first day."""

    layanan = models.ForeignKey(
        Layanan, verbose_name=_("layanan"), on_delete=models.PROTECT, related_name="standar"
    )
    version = models.PositiveSmallIntegerField(_("versi"))
    status = models.CharField(
        _("status"), max_length=20, choices=StandarStatus, default=StandarStatus.RANCANGAN
    )
    valid_from = models.DateField(_("berlaku sejak"), null=True, blank=True)
    valid_until = models.DateField(_("berlaku sampai"), null=True, blank=True)
    decree = models.CharField(_("nomor keputusan"), max_length=100, blank=True)
    decided_on = models.DateField(_("ditetapkan tanggal"), null=True, blank=True)
    published_on = models.DateField(_("rancangan dipublikasikan"), null=True, blank=True)

    # service delivery: six components
    requirements = models.JSONField(_("persyaratan"), default=list, blank=True)  # [{"text", "is_required"}]
    procedure = models.JSONField(_("sistem, mekanisme, dan prosedur"), default=list, blank=True)  # [str]
    time_value = models.PositiveIntegerField(_("jangka waktu"), null=True, blank=True)
    time_unit = models.CharField(
        _("satuan waktu"), max_length=20, choices=TimeUnit, default=TimeUnit.HARI_KERJA
    )
    fee = models.PositiveIntegerField(_("biaya (rupiah)"), null=True, blank=True)  # none: see `fee_note`
    fee_note = models.CharField(_("keterangan biaya"), max_length=300, blank=True)
    product = models.CharField(_("produk layanan"), max_length=300, blank=True)
    complaint = models.TextField(_("penanganan pengaduan"), blank=True)
    # manufacturing: eight components
    legal_basis = models.JSONField(_("dasar hukum"), default=list, blank=True)  # [str]
    facilities = models.TextField(_("sarana dan prasarana"), blank=True)
    competence = models.TextField(_("kompetensi pelaksana"), blank=True)
    supervision = models.TextField(_("pengawasan internal"), blank=True)
    staff = models.PositiveSmallIntegerField(_("jumlah pelaksana"), null=True, blank=True)
    guarantee = models.TextField(_("jaminan layanan"), blank=True)
    safety = models.TextField(_("jaminan keamanan dan keselamatan"), blank=True)
    evaluation = models.TextField(_("evaluasi kinerja pelaksana"), blank=True)
    # beside the fourteen: what the queue and the search need
    wait_minutes = models.PositiveSmallIntegerField(_("janji waktu tunggu (menit)"), null=True, blank=True)
    channels = models.JSONField(_("saluran"), default=list, blank=True)  # [{"name", "address"}]
    everyday_words = models.CharField(
        _("kata sehari-hari"),
        max_length=500,
        blank=True,
        help_text=_("Cara warga menyebutnya, dipisah koma: ktp hilang, ktp rusak"),
    )

    class Meta(TenantModel.Meta):
        ordering = ["layanan", "-version"]
        verbose_name = verbose_name_plural = _("standar pelayanan")
        indexes = [models.Index(fields=["instansi", "status", "valid_from"], name="standar_in_force")]
        constraints = [
            models.UniqueConstraint(fields=["layanan", "version"], name="standar_version_once"),
            models.UniqueConstraint(
                fields=["layanan"],
                condition=Q(status__in=["rancangan", "tanggapan", "perbaikan"]),
                name="standar_one_draft",
                violation_error_message=_("Layanan ini masih mempunyai rancangan yang belum ditetapkan."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="standar_dates_in_order",
                violation_error_message=_("Tanggal berakhir tidak boleh sebelum tanggal mulai."),
            ),
            models.CheckConstraint(
                condition=~Q(status="ditetapkan") | Q(valid_from__isnull=False, decided_on__isnull=False),
                name="standar_set_is_dated",
                violation_error_message=_("Standar yang ditetapkan mempunyai tanggal penetapan dan berlaku."),
            ),
        ]

    def __str__(self) -> str:
        return _("%(layanan)s, standar versi %(version)d") % {
            "layanan": self.layanan,
            "version": self.version,
        }


class Comment(TenantModel):
    """What somebody from the public says about a draft, and what became of it."""

    standar = models.ForeignKey(Standar, on_delete=models.PROTECT, related_name="comments")
    at = models.DateTimeField(_("waktu"))
    group = models.CharField(_("sebagai"), max_length=20, choices=Group, default=Group.PENGGUNA)
    text = models.TextField(_("tanggapan"), max_length=4_000)
    is_accepted = models.BooleanField(_("ditindaklanjuti"), null=True, blank=True)
    answer = models.TextField(_("jawaban"), blank=True)
    answered_by = models.ForeignKey(
        Employee, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(TenantModel.Meta):
        ordering = ["at", "pk"]
        verbose_name = verbose_name_plural = _("tanggapan masyarakat")
        constraints = [
            models.CheckConstraint(
                condition=Q(is_accepted=None) | ~Q(answer=""),
                name="comment_answered_with_words",
                violation_error_message=_("Tulis jawaban: apa yang diubah, atau mengapa tidak."),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class BeritaAcara(TenantModel):
    """The minutes of the meeting in which a draft was made with the public."""

    standar = models.OneToOneField(Standar, on_delete=models.PROTECT, related_name="berita_acara")
    held_on = models.DateField(_("tanggal"))
    place = models.CharField(_("tempat"), max_length=200)
    participants = models.JSONField(_("peserta"), default=list)  # [{"group", "name", "organisation"}]
    agreements = models.JSONField(
        _("kesepakatan"), default=list, blank=True
    )  # [{"issue", "by", "answer", "agreed"}]

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("berita acara")

    def __str__(self) -> str:
        return f"{self.standar} {self.held_on:%d-%m-%Y}"


class Maklumat(TenantModel):
    """The signed promise of a unit's head to keep its standards (UU 25/2009 Ps 22)."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("bunyi maklumat"))
    signed_by = models.ForeignKey(
        Employee, verbose_name=_("ditandatangani oleh"), on_delete=models.PROTECT, related_name="+"
    )
    number = models.CharField(_("nomor"), max_length=100, blank=True)
    published_on = models.DateField(_("dipublikasikan"))

    class Meta(TenantModel.Meta):
        ordering = ["unit", "-published_on", "-pk"]
        verbose_name = verbose_name_plural = _("maklumat pelayanan")

    def __str__(self) -> str:
        return f"{self.unit} {self.published_on:%d-%m-%Y}"


class Review(TenantModel):
    """A yearly evaluation or a three-year review that was held (PP 96/2012 Ps 32–33)."""

    standar = models.ForeignKey(Standar, on_delete=models.PROTECT, related_name="reviews")
    kind = models.CharField(_("jenis"), max_length=20, choices=ReviewKind)
    held_on = models.DateField(_("tanggal"))
    conclusion = models.TextField(_("kesimpulan"))

    class Meta(TenantModel.Meta):
        ordering = ["-held_on", "-pk"]
        verbose_name = verbose_name_plural = _("peninjauan standar")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.held_on:%d-%m-%Y}"


def requirement(text: str, *, is_required: bool = True) -> dict[str, Any]:
    """One row of `Standar.requirements`."""
    return {"text": text, "is_required": is_required}
