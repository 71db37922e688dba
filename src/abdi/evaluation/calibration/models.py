"""The calibration board: a session, a place for each person, and every move that was made."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.calibration.enums import Answer, SessionStatus
from abdi.evaluation.enums import Rating
from abdi.evaluation.models import Evaluation
from abdi.organisation.models import Employee, Unit
from abdi.planning.models import Period
from abdi.platform.tenancy.models import TenantModel


class Session(TenantModel):
    """One look at the drafts of a unit and all below it, for one period."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="calibrations")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="calibrations")
    status = models.CharField(
        _("status"), max_length=10, choices=SessionStatus, default=SessionStatus.TERBUKA
    )
    opened_at = models.DateTimeField(_("dibuka pada"))
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(_("ditutup pada"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta(TenantModel.Meta):
        ordering = ["-period__end", "-opened_at"]
        verbose_name = verbose_name_plural = _("kalibrasi")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "period"],
                condition=Q(status=SessionStatus.TERBUKA),
                name="calibration_open_once",
                violation_error_message=_("Kalibrasi unit ini untuk periode tersebut masih terbuka."),
            ),
            models.CheckConstraint(
                condition=Q(status=SessionStatus.TERBUKA, closed_at=None, closed_by=None)
                | Q(status=SessionStatus.DITUTUP, closed_at__isnull=False, closed_by__isnull=False),
                name="calibration_closed_whole",
                violation_error_message=_("Kalibrasi yang ditutup mencatat siapa dan kapan."),
            ),
        ]

    def __str__(self) -> str:
        return f"Kalibrasi {self.unit}, {self.period}"

    @property
    def is_open(self) -> bool:
        return self.status == SessionStatus.TERBUKA


class Seat(TenantModel):
    """Where one person stands on the board: as his assessor drafted it, and as it is proposed now."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="seats")
    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="seats")
    assessor = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    before_hasil = models.CharField(_("hasil kerja semula"), max_length=20, choices=Rating)
    before_perilaku = models.CharField(_("perilaku semula"), max_length=20, choices=Rating)
    hasil = models.CharField(_("hasil kerja"), max_length=20, choices=Rating)
    perilaku = models.CharField(_("perilaku"), max_length=20, choices=Rating)
    # empty while nobody moved the person
    answer = models.CharField(_("jawaban"), max_length=15, choices=Answer, blank=True)
    answer_reason = models.TextField(_("alasan jawaban"), blank=True)
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["session", "pk"]
        verbose_name = verbose_name_plural = _("tempat di papan")
        constraints = [models.UniqueConstraint(fields=["session", "evaluation"], name="seat_once")]
        indexes = [
            models.Index(fields=["session", "hasil", "perilaku"], name="seat_by_cell"),
            models.Index(fields=["session", "assessor"], name="seat_by_assessor"),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation}: {self.get_hasil_display()}, {self.get_perilaku_display()}"


class Move(TenantModel):
    """One proposal: from where to where, by whom and why. Never changed afterwards."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="moves")
    from_hasil = models.CharField(_("dari hasil kerja"), max_length=20, choices=Rating)
    from_perilaku = models.CharField(_("dari perilaku"), max_length=20, choices=Rating)
    to_hasil = models.CharField(_("ke hasil kerja"), max_length=20, choices=Rating)
    to_perilaku = models.CharField(_("ke perilaku"), max_length=20, choices=Rating)
    reason = models.TextField(_("alasan"))
    made_at = models.DateTimeField(_("pada"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh")
    )

    class Meta(TenantModel.Meta):
        ordering = ["seat", "pk"]
        verbose_name = verbose_name_plural = _("perpindahan")
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="move_has_reason",
                violation_error_message=_("Setiap perpindahan mencatat alasannya."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.seat}, {self.author}"
