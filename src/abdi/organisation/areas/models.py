"""The area of a unit as a line on the map, with the days on which it is so."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Dated, DatedQuerySet, Unit
from abdi.platform.tenancy.models import TenantManager


class AreaQuerySet(DatedQuerySet["Area"]):
    def around(self, lat: float, lon: float, reach: float) -> Self:
        """Whose box, `reach` degrees wider, has the point in it: few enough to look at one by one."""
        return self.filter(
            south__lte=lat + reach, north__gte=lat - reach, west__lte=lon + reach, east__gte=lon - reach
        )

    def drawn(self, day: date) -> Self:
        """In force, with their units; the largest first, so that what lies in another is drawn over it."""
        return self.on(day).select_related("unit").order_by("-size", "pk")


class Area(Dated):
    """`outline`: a MultiPolygon as in GeoJSON (RFC 7946): degrees of WGS 84, longitude first.

    The box around it and the point for its name are kept beside it, so that most questions need no geometry.
    """

    unit = models.ForeignKey(
        Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="areas"
    )
    outline = models.JSONField(_("batas"))
    west = models.FloatField()
    south = models.FloatField()
    east = models.FloatField()
    north = models.FloatField()
    size = models.FloatField(_("luas, derajat persegi"))
    name_lat = models.FloatField()
    name_lon = models.FloatField()

    objects = TenantManager.from_queryset(AreaQuerySet)()

    class Meta(Dated.Meta):
        ordering = ["unit__code", "-valid_from"]
        verbose_name = verbose_name_plural = _("wilayah")
        indexes = [models.Index(fields=["instansi", "south", "north"], name="area_between")]

    def __str__(self) -> str:
        return f"{self.unit}"
