"""Measured values kept for the pages: no request scans facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.measurement.catalogue import find_metric
from abdi.measurement.types import Measured, Scope, Window
from abdi.platform.tenancy.models import TenantModel


class MeasuredValue(TenantModel):
    """A number as it stood from `as_of` on, until a later row of the same metric, scope and window."""

    metric = models.CharField(_("metrik"), max_length=60)
    scope_kind = models.CharField(_("jenis lingkup"), max_length=20)
    scope_key = models.CharField(_("lingkup"), max_length=100, blank=True)
    scope_label = models.CharField(_("nama lingkup"), max_length=200, blank=True)
    window_start = models.DateField(_("mulai"), null=True)
    window_end = models.DateField(_("sampai"), null=True)
    value = models.FloatField(_("nilai"), null=True)
    n = models.PositiveIntegerField("n")
    low = models.FloatField(_("batas bawah"), null=True)
    high = models.FloatField(_("batas atas"), null=True)
    unit = models.CharField(_("satuan"), max_length=20)
    engine = models.CharField(_("mesin"), max_length=20)
    rule_version = models.TextField(_("versi aturan"), blank=True)
    digest = models.CharField(_("sidik fakta"), max_length=64)
    as_of = models.DateTimeField(_("sejak"))

    class Meta(TenantModel.Meta):
        ordering = ["metric", "scope_kind", "scope_label", "window_start", "pk"]
        verbose_name = verbose_name_plural = _("nilai terukur")
        indexes = [
            models.Index(
                fields=["instansi", "metric", "scope_kind", "scope_key", "window_start", "window_end"],
                name="measured_place",
            )
        ]

    def __str__(self) -> str:
        return f"{self.metric} {self.scope_label} {self.value}"

    @classmethod
    def of(cls, measured: Measured) -> "MeasuredValue":
        """An unsaved row of this number; `as_of` is left to the caller."""
        return cls(
            metric=measured.metric,
            scope_kind=measured.scope.kind,
            scope_key=measured.scope.key,
            scope_label=measured.scope.label,
            window_start=measured.window.start,
            window_end=measured.window.end,
            value=measured.value,
            n=measured.n,
            low=measured.low,
            high=measured.high,
            unit=measured.unit,
            engine=measured.engine,
            rule_version=measured.rule_version,
            digest=measured.digest,
        )

    def measured(self) -> Measured:
        """The number as the engine gave it."""
        return Measured(
            metric=self.metric,
            scope=Scope(self.scope_kind, self.scope_key, self.scope_label),
            value=self.value,
            unit=self.unit,
            n=self.n,
            low=self.low,
            high=self.high,
            window=Window(self.window_start, self.window_end),
            engine=self.engine,
            rule_version=self.rule_version,
            digest=self.digest,
            enough=self.n >= find_metric(self.metric).minimum_n,
        )
