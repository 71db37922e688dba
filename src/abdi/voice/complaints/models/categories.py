"""What complaints are sorted into, and what an instansi decides for itself about them."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from abdi.organisation.models import Layanan, Unit
from abdi.platform.tenancy.models import TenantModel
from abdi.voice.complaints.enums import Kelas


class ComplaintRules(TenantModel):
    """What an instansi decides for itself about its complaints; one row, made when something is first changed."""

    needs_approval = models.BooleanField(_("jawaban disetujui sebelum dikirim"), default=False)
    # working days of all pauses of one complaint together: enough for one inspection, too few to hide behind
    pause_cap = models.PositiveSmallIntegerField(
        _("jeda paling lama (hari kerja)"), default=10, validators=[MaxValueValidator(30)]
    )

    class Meta(TenantModel.Meta):
        verbose_name = verbose_name_plural = _("aturan pengaduan")
        constraints = [models.UniqueConstraint(fields=["instansi"], name="complaint_rules_once")]

    def __str__(self) -> str:
        return str(_("aturan pengaduan"))


class Category(TenantModel):
    """What a complaint is about. `goes_to_pengawas`: never seen by the unit (retaliation, bribes)."""

    code = models.CharField(_("kode"), max_length=50)
    name = models.CharField(_("nama"), max_length=200)
    description = models.TextField(_("keterangan"), blank=True)
    group = models.CharField(_("kelompok"), max_length=100, blank=True)
    keywords = models.CharField(_("kata kunci"), max_length=300, blank=True)
    layanan = models.ForeignKey(
        Layanan, verbose_name=_("layanan"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("unit penanganan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kelas = models.CharField(_("kelas SP4N"), max_length=40, choices=Kelas, default=Kelas.TIDAK_BERKADAR)
    goes_to_pengawas = models.BooleanField(_("langsung kepada pengawas"), default=False)
    is_active = models.BooleanField(_("dipakai"), default=True)
    # what Open311 asks besides (GeoReport v2, service definition): [{code, description, datatype, required, …}]
    attributes = models.JSONField(_("pertanyaan tambahan"), default=list, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["group", "name"]
        verbose_name = verbose_name_plural = _("kategori pengaduan")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "code"],
                name="complaint_category_once",
                violation_error_message=_("Kode kategori ini sudah dipakai."),
            )
        ]

    def __str__(self) -> str:
        return self.name
