"""What is asked while an SKP is drawn up."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from abdi.measurement.catalogue import catalogue
from abdi.measurement.metric import Metric
from abdi.measurement.wording import unit_word
from abdi.planning.enums import AnnexKind, Arah, Aspek, MetricScope, Pendekatan, Perspektif, RhkKind
from abdi.planning.models import Iki, Skp
from abdi.planning.policies import perilaku_values
from abdi.planning.selectors import annual_periods, results_above
from abdi.planning.versions.enums import Ground
from abdi.web.fields import DecimalText, OwnWords, area, day

TOPICS = {
    "service": _("Layanan"),
    "queue": _("Antrean"),
    "skm": _("Survei kepuasan"),
    "complaint": _("Aduan"),
    "field": _("Kunjungan lapangan"),
    "figure": _("Angka sistem lain"),
}
BY_HAND = ("manual", _("Tidak terukur otomatis: saya laporkan dengan bukti"))
_HINTS = {".lead_time": Aspek.WAKTU, ".working_time": Aspek.WAKTU, "queue.": Aspek.WAKTU}
_HINTS |= {"on_time": Aspek.WAKTU, "answer": Aspek.WAKTU, "skm.": Aspek.KUALITAS}


class SkpForm(forms.Form):
    terms = {"period": "skp", "pendekatan": "pendekatan"}

    period = forms.ModelChoiceField(label=_("Periode"), queryset=None, empty_label=None)
    pendekatan = forms.ChoiceField(
        label=_("Pendekatan"),
        choices=Pendekatan.choices,
        initial=Pendekatan.KUANTITATIF,
        widget=forms.RadioSelect,
    )

    start = day(
        _("Mulai"),
        required=False,
        help_text=_("Isi bila Anda pindah jabatan di tengah tahun. Kosong berarti sejak awal periode."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].queryset = annual_periods()


class RhkForm(forms.Form):
    terms = {"text": "rhk"}

    text = forms.CharField(
        label=_("Rencana hasil kerja"),
        widget=area(),
        help_text=_(
            "Hasil yang diharapkan, bukan kegiatan. Misalnya: permohonan warga selesai sesuai standar."
        ),
    )
    kind = forms.ChoiceField(
        label=_("Klasifikasi"), choices=RhkKind.choices, initial=RhkKind.UTAMA, widget=forms.RadioSelect
    )
    intervened = forms.ModelChoiceField(
        label=_("RHK pimpinan yang didukung"),
        queryset=None,
        to_field_name="uid",
        required=False,
        empty_label=_("Tulis sendiri di bawah"),
        help_text=_("Dari SKP pimpinan Anda, juga bila masih draf. Perubahannya diberitahukan."),
    )
    intervened_text = forms.CharField(
        label=_("RHK pimpinan, bila belum ada di SKP-nya"), widget=area(2), required=False
    )
    assigned_by = forms.CharField(
        label=_("Penugasan dari"),
        required=False,
        max_length=200,
        help_text=_("Untuk kinerja tambahan: siapa yang menugaskan."),
    )

    def __init__(self, *args: Any, skp: Skp, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["intervened"].queryset = results_above(skp)


class RhkTextForm(forms.Form):
    """An RHK worded anew."""

    text = forms.CharField(label=_("Rencana hasil kerja"), widget=area())


class MetricForm(forms.Form):
    """First step of an indicator: where its number comes from."""

    ukuran = forms.ChoiceField(label=_("Ukuran"))
    cakupan = forms.ChoiceField(
        label=_("Fakta milik siapa"),
        choices=MetricScope.choices,
        initial=MetricScope.PETUGAS,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ukuran"].choices = [BY_HAND, *metric_choices()]
        self.fields["cakupan"].help_text = _(
            "“Pegawai ini” hanya menghitung yang Anda layani sendiri; “unit kerja” menghitung semua di unit Anda."
        )


class IkiForm(forms.Form):
    """An indicator of one plan: its form has perspektif for heads, aspek for others, neither is forced on words."""

    terms = {"text": "iki"}

    text = forms.CharField(label=_("Indikator kinerja individu"), widget=area(2))
    aspek = forms.ChoiceField(label=_("Aspek"), choices=Aspek.choices)
    arah = forms.ChoiceField(
        label=_("Arah"), choices=Arah.choices, widget=forms.RadioSelect, initial=Arah.NAIK
    )
    target = DecimalText(
        label=_("Target"),
        max_digits=14,
        decimal_places=3,
        required=False,
        help_text=_("Angka dengan satuannya; bila bukan angka, isi target dalam kata-kata."),
    )
    target_high = DecimalText(
        label=_("Batas atas"),
        max_digits=14,
        decimal_places=3,
        required=False,
        help_text=_("Hanya untuk target di dalam rentang."),
    )
    satuan = forms.CharField(label=_("Satuan"), max_length=40, required=False)
    target_text = forms.CharField(
        label=_("Target dalam kata-kata"),
        widget=area(2),
        required=False,
        help_text=_(
            "Bila tidak dapat dihitung: keadaan yang dapat dilihat pejabat penilai. Tanpa persentase."
        ),
    )
    perspektif = forms.ChoiceField(
        label=_("Perspektif"), choices=[("", _("Belum dipilih")), *Perspektif.choices], required=False
    )
    metric = forms.CharField(widget=forms.HiddenInput, required=False)
    metric_scope = forms.ChoiceField(
        choices=MetricScope.choices, widget=forms.HiddenInput, required=False, initial=MetricScope.PETUGAS
    )

    def __init__(self, *args: Any, skp: Skp, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not skp.position.is_head:  # the column stands in the form of unit heads alone
            del self.fields["perspektif"]
        elif skp.pendekatan == Pendekatan.KUANTITATIF:
            self.fields["perspektif"].required = True
        if skp.pendekatan == Pendekatan.KUALITATIF:
            self.fields["text"].label = _("Ukuran keberhasilan")
            del self.fields["aspek"]

    def described(self) -> dict[str, Any]:
        """The fields of `add_iki`."""
        scope = self.cleaned_data["metric_scope"] or MetricScope.PETUGAS
        return {"aspek": "", **self.cleaned_data, "metric_scope": scope}


class EkspektasiForm(forms.Form):
    """One text a behaviour value, with the official guide as help."""

    def __init__(self, *args: Any, skp: Skp, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = {line.nilai: line.text for line in skp.ekspektasi.all()}
        for value in perilaku_values(skp.start):
            self.fields[value["kode"]] = forms.CharField(
                label=value["nama"],
                help_text="; ".join(value["panduan"]),
                widget=area(2),
                required=False,
                initial=said.get(value["kode"], ""),
            )


class AnnexForm(forms.Form):
    """Lampiran SKP: three lists, a line each."""

    def __init__(self, *args: Any, skp: Skp, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = list(skp.annex.all())
        for kind in AnnexKind:
            self.fields[kind.value] = forms.CharField(
                label=kind.label,
                widget=area(4),
                required=False,
                initial="\n".join(line.text for line in lines if line.kind == kind),
                help_text=_("Satu butir per baris."),
            )

    def lists(self) -> dict[str, list[str]]:
        return {kind: text.splitlines() for kind, text in self.cleaned_data.items()}


class RemarksForm(forms.Form):
    remarks = OwnWords(label=_("Apa yang perlu diubah"), widget=area(), help_text=_("Dibaca pegawai."))


class ReasonForm(forms.Form):
    ground = forms.ChoiceField(
        label=_("Alasan menurut aturan"),
        choices=[("", _("Belum dipilih")), *Ground.choices],
        help_text=_("PP 30/2019 Pasal 28."),
    )
    reason = OwnWords(label=_("Alasan membuka kembali"), widget=area())


def metric_choices() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """The catalogue by topic, in its own order."""
    found = groupby(catalogue().values(), key=lambda metric: metric.name.split(".")[0])
    return [
        (TOPICS.get(topic, topic), [(metric.name, metric.label) for metric in metrics])
        for topic, metrics in found
    ]


def described(iki: Iki) -> dict[str, Any]:
    """An indicator as the form shows it again."""
    return {name: getattr(iki, name) for name in IkiForm.base_fields}


def suggested(metric: Metric | None, scope: str) -> Mapping[str, Any]:
    """What a metric settles about an indicator; the rest is for the person to say."""
    if metric is None:
        return {"metric": "", "metric_scope": MetricScope.PETUGAS, "arah": Arah.NAIK}
    aspek = next((aspek for hint, aspek in _HINTS.items() if hint in metric.name), Aspek.KUANTITAS)
    return {
        "text": str(metric.label),
        "aspek": aspek,
        "arah": metric.direction.value,
        "satuan": unit_word(metric),
        "metric": metric.name,
        "metric_scope": scope or MetricScope.PETUGAS,
    }
