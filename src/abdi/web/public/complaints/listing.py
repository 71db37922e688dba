"""What everybody may read of complaints: filtered, on a map, as a table to take along."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.organisation.areas.selectors import outlines
from abdi.organisation.models import Unit
from abdi.platform.ui import formats
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Category, Complaint
from abdi.voice.complaints.search import find
from abdi.voice.complaints.selectors import public_complaints
from abdi.web.maps import View
from abdi.web.public.complaints.points import MOST_PINS, nearer, overview, public_point

ON_A_PAGE = 20
_HEADER = (
    "nomor",
    "jenis",
    "kategori",
    "unit",
    "status",
    "diterima",
    "ditutup",
    "lintang",
    "bujur",
    "uraian",
)


class FilterForm(forms.Form):
    is_filter = True
    q = forms.CharField(label=gettext_lazy("Kata"), required=False, max_length=200)
    unit = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Unit"),
        to_field_name="uid",
        required=False,
        empty_label=gettext_lazy("Semua"),
    )
    category = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Kategori"),
        to_field_name="uid",
        required=False,
        empty_label=gettext_lazy("Semua"),
    )
    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        required=False,
        choices=[("", gettext_lazy("Semua")), *Status.choices],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.on(timezone.localdate())
        self.fields["category"].queryset = Category.objects.all()

    def rows(self) -> QuerySet[Complaint]:
        """What it asks for among what is public; a choice that does not exist is no choice."""
        self.is_valid()
        asked = {name: self.cleaned_data.get(name) for name in ("category", "status")}
        if unit := self.cleaned_data.get("unit"):
            asked["unit_assigned"] = unit
        rows = public_complaints().filter(**{name: value for name, value in asked.items() if value})
        return find(rows, self.cleaned_data.get("q", ""), public=True)


def page_of(request: HttpRequest, form: FilterForm) -> dict[str, Any]:
    rows = form.rows()
    placed = rows.exclude(lat=None)[:MOST_PINS]
    drawing = overview(placed, outlines(), request.GET)
    return {
        "form": form,
        "page": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "drawing": drawing,
        "ways": _ways(request.GET, drawing.view) if drawing else [],
    }


def _ways(query: QueryDict, view: View) -> list[tuple[str, str]]:
    """Words and address of each step that the map can be moved by."""
    words = {
        "dekat": _("Perbesar"),
        "jauh": _("Perkecil"),
        "barat": _("Barat"),
        "utara": _("Utara"),
        "selatan": _("Selatan"),
        "timur": _("Timur"),
    }
    return [(said, nearer(query, view.asked(way))) for way, said in words.items()]


def find_public(number: str) -> Complaint:
    """404 for what is secret, not verified yet, or not there: all three look alike from outside."""
    return get_object_or_404(public_complaints(), number=number)


def table_of(rows: Iterable[Complaint]) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
    """Header and rows of the export: what the pages show, and nothing besides."""
    return _HEADER, (_row(one) for one in rows)


def _row(one: Complaint) -> tuple[object, ...]:
    lat, lon = public_point(one) or ("", "")
    return (
        one.number,
        one.get_kind_display(),
        one.category or "",
        one.unit_assigned or one.unit or "",
        one.get_status_display(),
        formats.day(timezone.localdate(one.received_at), weekday=False),
        formats.day(timezone.localdate(one.closed_at), weekday=False) if one.closed_at else "",
        lat,
        lon,
        one.public_text,
    )
