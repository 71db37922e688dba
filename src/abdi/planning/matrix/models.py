"""Who contributes what to a leader's indicators."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Employee
from abdi.planning.matrix.enums import CellStatus
from abdi.planning.models import Iki, Rhk, Skp
from abdi.planning.wording import target_text
from abdi.platform.tenancy.models import TenantModel


class MatrixMember(TenantModel):
    """Somebody the leader added to his matrix: from another unit, or one of his own with a place in a team."""

    skp = models.ForeignKey(Skp, on_delete=models.CASCADE, related_name="matrix_members")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="matrix_memberships")
    team = models.CharField(_("nama tim"), max_length=100, blank=True)
    is_lead = models.BooleanField(_("ketua tim"), default=False)
    assigned_by = models.CharField(_("penugasan dari"), max_length=200, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["skp", "employee__name", "pk"]
        verbose_name = verbose_name_plural = _("anggota matriks")
        constraints = [
            models.UniqueConstraint(
                fields=["skp", "employee"],
                name="matrix_member_once",
                violation_error_message=_("Pegawai ini sudah ada di matriks tersebut."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.employee}, {self.team}" if self.team else str(self.employee)


class MatrixCell(TenantModel):
    """The result one person contributes to one IKI of the leader; a candidate until an RHK comes of it."""

    skp = models.ForeignKey(Skp, on_delete=models.CASCADE, related_name="matrix_cells")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="matrix_cells")
    # the leader may take an IKI out of his draft; what it said stays in `seen`
    iki = models.ForeignKey(Iki, null=True, on_delete=models.SET_NULL, related_name="matrix_cells")
    text = models.TextField(_("hasil yang diharapkan"))
    rhk = models.OneToOneField(
        Rhk, null=True, blank=True, on_delete=models.SET_NULL, related_name="matrix_cell"
    )
    # {"rhk", "iki", "target", "text"}: what stood here and above when it was filled or taken over
    seen = models.JSONField(default=dict)

    class Meta(TenantModel.Meta):
        ordering = ["skp", "employee__name", "iki", "pk"]
        verbose_name = verbose_name_plural = _("sel matriks")
        constraints = [
            models.UniqueConstraint(
                fields=["iki", "employee"],
                name="matrix_cell_once",
                violation_error_message=_("Sel ini sudah terisi."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def status(self) -> CellStatus:
        if self.pk is None:
            return CellStatus.KOSONG
        return CellStatus.DITERIMA if self.rhk_id else CellStatus.CALON

    def looks(self) -> dict[str, str]:
        """What stands here and above now, in the form of `seen`; as last seen where the IKI is gone."""
        if self.iki is None:
            return dict(self.seen)
        return {
            "rhk": self.iki.rhk.text,
            "iki": self.iki.text,
            "target": target_text(self.iki),
            "text": self.text,
        }
