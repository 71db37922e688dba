"""Who works where, under whom, and since when. Everything carries its dates; nothing is overwritten."""

from datetime import date
from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from abdi.organisation.enums import EmployeeStatus, JenisJabatan, PlacementKind, Role
from abdi.platform.tenancy.models import TenantManager, TenantModel, TenantQuerySet

D = TypeVar("D", bound="Dated")


class DatedQuerySet(TenantQuerySet[D]):
    def on(self, day: date) -> Self:
        """Rows in force on `day` (the last day counts)."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day)


class Dated(TenantModel):
    """In force from one day to another, both included; open-ended while `valid_until` is empty."""

    valid_from = models.DateField(_("berlaku sejak"))
    valid_until = models.DateField(_("berlaku sampai"), null=True, blank=True)

    objects = TenantManager.from_queryset(DatedQuerySet)()

    class Meta(TenantModel.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="%(app_label)s_%(class)s_dates_in_order",
                violation_error_message=_("Tanggal berakhir tidak boleh sebelum tanggal mulai."),
            ),
        ]


class Unit(Dated):
    """Unit kerja, in a tree."""

    code = models.CharField(_("kode"), max_length=50)
    name = models.CharField(_("nama unit kerja"), max_length=200)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("unit induk"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    is_incomplete = models.BooleanField(_("perlu dilengkapi"), default=False)

    class Meta(Dated.Meta):
        ordering = ["code"]
        verbose_name = verbose_name_plural = _("unit kerja")
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["instansi", "code"],
                name="unit_code_once",
                violation_error_message=_("Kode unit kerja ini sudah dipakai."),
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="unit_not_its_own_parent",
                violation_error_message=_("Unit kerja tidak dapat menjadi induk dirinya sendiri."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Position(Dated):
    """Jabatan in a unit. `is_head`: whoever holds it leads the unit."""

    unit = models.ForeignKey(
        Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="positions"
    )
    name = models.CharField(_("jabatan"), max_length=200)
    jenis = models.CharField(_("jenis jabatan"), max_length=20, choices=JenisJabatan)
    jenjang = models.CharField(_("jenjang"), max_length=50, blank=True)
    kelas = models.PositiveSmallIntegerField(_("kelas jabatan"), null=True, blank=True)
    is_head = models.BooleanField(_("kepala unit"), default=False)

    class Meta(Dated.Meta):
        ordering = ["unit__code", "-is_head", "name"]
        verbose_name = verbose_name_plural = _("jabatan")

    def __str__(self) -> str:
        return self.name


class Employee(TenantModel):
    """Pegawai ASN. Personal data beyond name, NIP and work address is deliberately absent."""

    nip = models.CharField("NIP / NI PPPK", max_length=18, blank=True)
    name = models.CharField(_("nama"), max_length=200)
    status = models.CharField(_("status"), max_length=20, choices=EmployeeStatus, default=EmployeeStatus.PNS)
    golongan = models.CharField(_("pangkat/golongan ruang"), max_length=60, blank=True)
    email = models.EmailField(_("surel kedinasan"), blank=True)
    external_key = models.CharField(_("nama di sistem asal"), max_length=100, blank=True)
    is_incomplete = models.BooleanField(_("perlu dilengkapi"), default=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="employee"
    )

    class Meta(TenantModel.Meta):
        ordering = ["name", "pk"]
        verbose_name = verbose_name_plural = _("pegawai")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nip"],
                condition=~Q(nip=""),
                name="employee_nip_once",
                violation_error_message=_("NIP ini sudah dipakai pegawai lain."),
            ),
            models.UniqueConstraint(
                fields=["instansi", "external_key"],
                condition=~Q(external_key=""),
                name="employee_external_key_once",
                violation_error_message=_("Nama di sistem asal ini sudah dipakai pegawai lain."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Placement(Dated):
    """An employee in a position; Plt and Plh stand beside the definitive holder."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="placements")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="placements")
    kind = models.CharField(_("sifat"), max_length=10, choices=PlacementKind, default=PlacementKind.DEFINITIF)

    class Meta(Dated.Meta):
        ordering = ["-valid_from", "pk"]
        verbose_name = verbose_name_plural = _("penempatan")

    def __str__(self) -> str:
        return f"{self.employee} – {self.position}"


class ReportingLineQuerySet(DatedQuerySet["ReportingLine"]):
    _RANK = Case(
        When(kind=PlacementKind.PLH, then=Value(0)),
        When(kind=PlacementKind.PLT, then=Value(1)),
        default=Value(2),
    )

    def effective(self, day: date) -> Self:
        """The one line of each subordinate that counts on `day`: Plh before Plt before definitif."""
        stronger = (
            ReportingLine.objects.on(day)
            .annotate(rank=self._RANK)
            .filter(subordinate=OuterRef("subordinate"), rank__lt=OuterRef("rank"))
        )
        return self.on(day).annotate(rank=self._RANK).filter(~Exists(stronger))

    def strongest_last(self, day: date) -> Self:
        """Every line in force, so that for each subordinate the last is the one that counts: quicker for few."""
        return self.on(day).order_by(self._RANK.desc(), "-valid_from", "pk")


class ReportingLine(Dated):
    """Who assesses whom (pejabat penilai kinerja: the direct superior, PP 30/2019 Ps 1)."""

    subordinate = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="lines_up")
    superior = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="lines_down")
    kind = models.CharField(_("sifat"), max_length=10, choices=PlacementKind, default=PlacementKind.DEFINITIF)

    objects = TenantManager.from_queryset(ReportingLineQuerySet)()

    class Meta(Dated.Meta):
        ordering = ["-valid_from", "pk"]
        verbose_name = verbose_name_plural = _("garis penilaian")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(subordinate=F("superior")),
                name="reporting_line_two_people",
                violation_error_message=_("Seorang pegawai tidak dapat menilai dirinya sendiri."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.superior} menilai {self.subordinate}"


class RoleGrant(Dated):
    """A role somebody holds over one unit and everything below it; no unit means the whole instansi."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="role_grants")
    role = models.CharField(_("peran"), max_length=30, choices=Role)
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="role_grants"
    )

    class Meta(Dated.Meta):
        ordering = ["user__username", "role"]
        verbose_name = verbose_name_plural = _("peran")

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"


class Layanan(Dated):
    """A public service's identity; its standard lives in `services`."""

    code = models.CharField(_("kode"), max_length=50)
    name = models.CharField(_("nama layanan"), max_length=200)
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="layanan"
    )
    is_incomplete = models.BooleanField(_("perlu dilengkapi"), default=False)

    class Meta(Dated.Meta):
        ordering = ["code"]
        verbose_name = verbose_name_plural = _("layanan")
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["instansi", "code"],
                name="layanan_code_once",
                violation_error_message=_("Kode layanan ini sudah dipakai."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
