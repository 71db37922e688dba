"""Visits in the field: where somebody is expected, when, and what became of it."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.activity.visits.enums import PlaceFound, VisitKind, VisitStatus
from abdi.activity.visits.geo import Point
from abdi.organisation.models import Employee, Unit
from abdi.planning.models import Rhk
from abdi.platform.files.models import StoredFile
from abdi.platform.tenancy.models import TenantModel

# how near counts as there: a setting of this product, chosen per visit; a phone among houses errs by tens of metres
USUAL_RADIUS, SMALLEST_RADIUS, LARGEST_RADIUS = 100, 20, 5_000  # metres


def _degrees(label: Any) -> "models.DecimalField[Any, Any]":
    return models.DecimalField(label, max_digits=9, decimal_places=6, null=True, blank=True)


class PlannedVisit(TenantModel):
    """One place one person is to visit on one day, and his check-in there once it has happened."""

    employee = models.ForeignKey(
        Employee, verbose_name=_("pegawai"), on_delete=models.PROTECT, related_name="visits"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="visits"
    )
    rhk = models.ForeignKey(
        Rhk, verbose_name="RHK", null=True, blank=True, on_delete=models.SET_NULL, related_name="visits"
    )
    kind = models.CharField(_("jenis"), max_length=20, choices=VisitKind, default=VisitKind.LAINNYA)
    purpose = models.CharField(_("keperluan"), max_length=200)
    place = models.CharField(_("tempat"), max_length=200)
    latitude, longitude = _degrees(_("lintang")), _degrees(_("bujur"))
    radius = models.PositiveSmallIntegerField(
        _("radius (meter)"),
        default=USUAL_RADIUS,
        validators=[MinValueValidator(SMALLEST_RADIUS), MaxValueValidator(LARGEST_RADIUS)],
    )
    day = models.DateField(_("hari"))
    opens = models.TimeField(_("mulai pukul"))
    closes = models.TimeField(_("sampai pukul"))
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        _("status"), max_length=20, choices=VisitStatus, default=VisitStatus.DIRENCANAKAN
    )
    cancel_reason = models.TextField(_("alasan pembatalan"), blank=True)

    visited_at = models.DateTimeField(_("tiba pada"), null=True, blank=True)
    received_at = models.DateTimeField(_("diterima pada"), null=True, blank=True)
    client_id = models.UUIDField(
        null=True, blank=True
    )  # names one tap on one device, however often it is sent
    found_latitude, found_longitude = _degrees(_("lintang saat tiba")), _degrees(_("bujur saat tiba"))
    distance = models.PositiveIntegerField(_("jarak dari titik (meter)"), null=True, blank=True)
    place_found = models.CharField(_("letak"), max_length=20, choices=PlaceFound, blank=True)
    in_time = models.BooleanField(_("dalam jendela waktu"), null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)  # when the ledger was told what became of it
    photo = models.ForeignKey(
        StoredFile, verbose_name=_("foto"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(TenantModel.Meta):
        ordering = ["day", "opens", "place", "pk"]
        verbose_name = verbose_name_plural = _("kunjungan lapangan")
        indexes = [
            models.Index(fields=["employee", "day"], name="visit_of_employee"),
            models.Index(
                fields=["instansi", "day"], condition=Q(counted_at=None), name="visit_still_to_count"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "day", "place", "opens"],
                condition=~Q(status=VisitStatus.DIBATALKAN),
                name="visit_once",
                violation_error_message=_(
                    "Kunjungan ke tempat ini pada hari dan jam itu sudah direncanakan."
                ),
            ),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")),
                name="visit_window_in_order",
                violation_error_message=_("Jam selesai harus sesudah jam mulai."),
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="visit_point_is_whole",
                violation_error_message=_("Titik butuh lintang dan bujur, atau tidak keduanya."),
            ),
            models.CheckConstraint(
                condition=Q(status=VisitStatus.DIKUNJUNGI, visited_at__isnull=False, in_time__isnull=False)
                | (~Q(status=VisitStatus.DIKUNJUNGI) & Q(visited_at=None, client_id=None)),
                name="visit_arrival_recorded",
                violation_error_message=_("Kunjungan yang sudah dilakukan mencatat waktu tibanya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}, {self.day:%d-%m-%Y}"

    @property
    def point(self) -> Point | None:
        return None if self.latitude is None else Point(self.latitude, self.longitude)

    @property
    def has_arrived(self) -> bool:
        return self.status == VisitStatus.DIKUNJUNGI

    @property
    def is_on_spot(self) -> bool:
        """There and then: what the fact of the visit says."""
        return bool(self.in_time) and self.place_found in {PlaceFound.DI_TEMPAT, PlaceFound.TANPA_TITIK}

    def is_missed(self, today: date | None = None) -> bool:
        """Planned for a day that has gone by; it can still be checked in, late."""
        return self.status == VisitStatus.DIRENCANAKAN and self.day < (today or timezone.localdate())
