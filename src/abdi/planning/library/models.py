"""An indicator worth starting from."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from abdi.organisation.enums import JenisJabatan
from abdi.planning.enums import Arah, Aspek, MetricScope, Perspektif
from abdi.platform.tenancy.models import TenantModel


class IkiTemplate(TenantModel):
    """The description of an `Iki` before it belongs to anybody. `code` names one of the seeds; own ones have none."""

    code = models.CharField(_("kode"), max_length=60, blank=True)
    jabatan = models.CharField(_("jabatan"), max_length=100, help_text=_("Misalnya: Lurah, petugas loket."))
    jenis = models.CharField(_("jenis jabatan"), max_length=20, choices=JenisJabatan, blank=True)
    text = models.TextField(_("indikator"))
    formula = models.TextField(_("cara menghitung"), blank=True)
    aspek = models.CharField(_("aspek"), max_length=20, choices=Aspek, default=Aspek.KUANTITAS)
    perspektif = models.CharField(_("perspektif"), max_length=20, choices=Perspektif, blank=True)
    arah = models.CharField(_("arah"), max_length=10, choices=Arah, default=Arah.NAIK)
    target = models.DecimalField(_("target lazim"), max_digits=14, decimal_places=3, null=True, blank=True)
    target_text = models.CharField(_("target dalam kata-kata"), max_length=200, blank=True)
    satuan = models.CharField(_("satuan"), max_length=40, blank=True)
    metric = models.CharField(_("ukuran"), max_length=60, blank=True)
    metric_scope = models.CharField(
        _("cakupan ukuran"), max_length=10, choices=MetricScope, default=MetricScope.PETUGAS
    )
    source = models.CharField(_("sumber angka"), max_length=200, blank=True)

    class Meta(TenantModel.Meta):
        ordering = ["jabatan", "text", "pk"]
        verbose_name = verbose_name_plural = _("contoh indikator")
        indexes = [models.Index(fields=["instansi", "jabatan"], name="iki_template_by_jabatan")]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "code"],
                condition=~Q(code=""),
                name="iki_template_code_once",
                violation_error_message=_("Contoh indikator ini sudah dimuat."),
            ),
            models.CheckConstraint(
                condition=Q(target=None) | Q(target_text=""),
                name="iki_template_number_or_words",
                violation_error_message=_(
                    "Tulis target sebagai angka atau sebagai kata-kata, bukan keduanya."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(metric="") | ~Q(source=""),
                name="iki_template_has_a_source",
                violation_error_message=_("Sebutkan ukuran Abdi atau sumber lain asal angkanya."),
            ),
        ]

    def __str__(self) -> str:
        return self.text
