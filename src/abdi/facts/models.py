"""The ledger's rows. Only `abdi.facts` may import this module (wall 5)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import Instansi, TenantManager, TenantModel, TenantQuerySet


class Fact(models.Model):
    """One measured thing that happened. Never updated, never deleted: a correction supersedes."""

    kind = models.CharField(_("jenis"), max_length=60)
    occurred_at = models.DateTimeField(_("terjadi"))
    recorded_at = models.DateTimeField(_("dicatat"))
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+", editable=False)
    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey("organisation.Layanan", null=True, on_delete=models.PROTECT, related_name="+")
    employee = models.ForeignKey(
        "organisation.Employee", null=True, on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(_("kanal"), max_length=50, blank=True)
    case_key = models.CharField(_("perkara"), max_length=100, blank=True)
    value = models.FloatField(_("nilai"), null=True)
    source = models.CharField(_("sumber"), max_length=100)
    source_key = models.CharField(_("kunci sumber"), max_length=200)
    rule_version = models.CharField(_("versi aturan"), max_length=100, blank=True)
    supersedes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    attrs = models.JSONField(default=dict)

    objects = TenantManager.from_queryset(TenantQuerySet)()
    everywhere = models.Manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "everywhere"
        ordering = ["pk"]
        verbose_name = verbose_name_plural = _("fakta")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "source", "source_key"],
                name="fact_told_once",
                violation_error_message=_("Fakta ini sudah tercatat."),
            ),
            models.UniqueConstraint(
                fields=["supersedes"],
                name="fact_superseded_once",
                violation_error_message=_("Fakta ini sudah digantikan; koreksi penggantinya."),
            ),
        ]
        indexes = [
            models.Index(fields=["instansi", "kind", "occurred_at"], name="fact_kind_time"),
            models.Index(fields=["instansi", "case_key"], name="fact_case"),
            # the few corrected ones, which every reading leaves out: found without walking the ledger
            models.Index(
                fields=["instansi", "supersedes"],
                name="fact_superseded",
                condition=Q(supersedes__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.source_key}"


class Segment(TenantModel):
    """A sealed Parquet file: of the facts one run sealed (an id range), those of one month (UTC)."""

    path = models.CharField(max_length=300)  # relative to ABDI_HOME/ledger
    month = models.DateField(_("bulan"))
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    rows = models.PositiveIntegerField(_("baris"))
    sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(_("disegel"))

    class Meta(TenantModel.Meta):
        ordering = ["pk"]
        verbose_name = verbose_name_plural = _("segel")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "path"],
                name="segment_path_once",
                violation_error_message=_("Berkas ini sudah disegel."),
            )
        ]

    def __str__(self) -> str:
        return self.path
