"""What has to be remembered while people get going. What they have done is read where it was done."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.adoption.onboarding.enums import CorrectionAbout, CorrectionStatus
from abdi.organisation.models import Employee
from abdi.platform.tenancy.models import TenantModel


class OnboardingState(TenantModel):
    """When somebody began his first steps, and when he put the list away."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="onboarding")
    started_at = models.DateTimeField(_("mulai"), default=timezone.now)
    dismissed_at = models.DateTimeField(_("ditutup"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("langkah pertama")

    def __str__(self) -> str:
        return str(self.user)


class CorrectionRequest(TenantModel):
    """ "Data saya keliru": what an employee asks the administration to put right."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="correction_requests")
    about = models.CharField(_("yang keliru"), max_length=20, choices=CorrectionAbout)
    text = models.TextField(_("yang benar"), max_length=1000)
    status = models.CharField(
        _("status"), max_length=20, choices=CorrectionStatus, default=CorrectionStatus.DIAJUKAN
    )
    asked_at = models.DateTimeField(_("diajukan pada"), default=timezone.now)
    due_at = models.DateTimeField(_("dijawab paling lambat"))
    answer = models.TextField(_("jawaban"), blank=True, max_length=1000)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["-asked_at", "-pk"]
        verbose_name = verbose_name_plural = _("permintaan perbaikan data")
        indexes = [models.Index(fields=["instansi", "status", "-asked_at"], name="correction_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "about"],
                condition=Q(status=CorrectionStatus.DIAJUKAN),
                name="correction_asked_once",
                violation_error_message=_("Permintaan Anda tentang hal ini masih menunggu admin."),
            ),
            models.CheckConstraint(
                condition=Q(status=CorrectionStatus.DIAJUKAN, decided_by=None, decided_at=None)
                | (
                    ~Q(status=CorrectionStatus.DIAJUKAN)
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
                name="correction_answer_signed",
                violation_error_message=_("Permintaan yang dijawab mencatat siapa dan kapan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.employee}: {self.get_about_display()}"


class ClinicNote(TenantModel):
    """Somebody was helped: by whom, when, and with what."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="clinic_notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("yang dibantu"), max_length=1000)
    at = models.DateTimeField(_("waktu"), default=timezone.now)

    class Meta(TenantModel.Meta):
        ordering = ["-at", "-pk"]
        verbose_name = verbose_name_plural = _("catatan klinik")
        indexes = [models.Index(fields=["employee", "-at"], name="clinic_note_of_employee")]

    def __str__(self) -> str:
        return f"{self.employee}, {self.at:%d-%m-%Y}"
