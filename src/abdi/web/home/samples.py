"""Invented material for the kit's live page."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from abdi.platform.ui.charts import BeforeAfter, LineChart, Point, before_after, line_chart
from abdi.rules import evaluate

MONTHS = ("Des", "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov")
IKM = (79.4, 78.8, 78.1, 79.6, None, 80.2, 81.7, 83.3, 82.6, 84.4, 84.9, 85.2)
WAIT_BEFORE = (21.0, 22.5, 20.5, 23.0, 22.0, 24.5, 21.5, 23.5)
WAIT_AFTER = (15.5, 14.5, 14.0, 13.5, 12.5, 13.0, 12.0, 12.5)
RATINGS = (("di_atas", _("Di atas")), ("sesuai", _("Sesuai")), ("di_bawah", _("Di bawah")))
TODAY = date(2026, 11, 23)


class SampleForm(forms.Form):
    """Every shape a field takes."""

    alasan = forms.CharField(
        label=_("Alasan Anda"), widget=forms.Textarea, help_text=_("Dibaca oleh pegawai yang dinilai.")
    )
    tanggal = forms.DateField(
        label=_("Tanggal"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    zona = forms.ChoiceField(
        label=_("Zona waktu"), choices=[("wib", "WIB"), ("wita", "WITA"), ("wit", "WIT")]
    )
    perilaku = forms.ChoiceField(
        label=_("Perilaku kerja"),
        widget=forms.RadioSelect,
        choices=[(code, label) for code, label in RATINGS],
    )
    bukti = forms.FileField(label=_("Bukti"), required=False)
    setuju = forms.BooleanField(label=_("Saya sudah membaca penilaian ini"), required=False)


def context(query: Mapping[str, str]) -> dict[str, Any]:
    return {
        "form": SampleForm({"zona": "wita", "perilaku": "sesuai"}),
        "ikm": ikm_chart(),
        "wait": wait_chart(),
        "trend": [81.7, 83.3, 82.6, 84.4, 84.9, 85.2],
        "kuadran": kuadran(),
        "ratings": RATINGS,
        "today": TODAY,
        "now": datetime(2026, 11, 23, 9, 44, tzinfo=ZoneInfo("Asia/Jakarta")),
        "lineage": [
            (_("Dari"), _("412 fakta berkas.selesai, 42 di antaranya dikoreksi")),
            (_("Hitungan"), _("bagian tanpa koreksi = 370 ÷ 412, rentang Wilson 95 %")),
            (_("Sidik data"), "9c41 7be2 … 03af"),
        ],
        "page": Paginator(range(95), 20).get_page(query.get("page", "2")),
    }


def ikm_chart() -> LineChart | None:
    points = [
        Point(month, value, value and value - 3.1, value and value + 3.1, 52 if value else 9)
        for month, value in zip(MONTHS, IKM, strict=True)
    ]
    return line_chart(points, target=85, target_label="target 85")


def wait_chart() -> BeforeAfter | None:
    before = [Point(str(week), value, n=120) for week, value in enumerate(WAIT_BEFORE, start=29)]
    after = [Point(str(week), value, n=131) for week, value in enumerate(WAIT_AFTER, start=37)]
    return before_after(
        before,
        after,
        mean_before=Point(str(_("sebelum")), 22.3, 21.2, 23.4),
        mean_after=Point(str(_("sesudah")), 13.4, 12.5, 14.4),
        target=15,
        target_label=str(_("standar 15 menit")),
    )


def kuadran() -> dict[str, dict[str, str]]:
    """The words of every cell, asked of the rule itself."""
    return {
        hasil: {perilaku: _predikat(hasil, perilaku) for perilaku, _label in RATINGS}
        for hasil, _label in RATINGS
    }


def _predikat(hasil: str, perilaku: str) -> str:
    result = evaluate("predikat_kinerja", on=TODAY, input={"hasil": hasil, "perilaku": perilaku})
    return result.details["label"]
