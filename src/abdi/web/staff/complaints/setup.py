"""What complaints are sorted into, and what the instansi decides for itself."""

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from abdi.organisation.models import Layanan, Unit
from abdi.voice.complaints.actions import change_category, create_category, set_rules
from abdi.voice.complaints.enums import Kelas
from abdi.voice.complaints.models import Category
from abdi.voice.complaints.permissions import check_can_set_up_complaints
from abdi.voice.complaints.timing import rules_in_force
from abdi.web.access import signed_in
from abdi.web.fields import area
from abdi.web.staff.complaints.finding import find_category
from abdi.web.staff.pages import Link, ask_for

ON_A_PAGE = 50


class CategoryForm(forms.Form):
    """The fields of `Category` that may change."""

    name = forms.CharField(label=gettext_lazy("Nama"), max_length=200)
    group = forms.CharField(label=gettext_lazy("Kelompok"), max_length=100, required=False)
    description = forms.CharField(label=gettext_lazy("Keterangan"), required=False, widget=area(2))
    keywords = forms.CharField(label=gettext_lazy("Kata kunci"), max_length=300, required=False)
    kelas = forms.ChoiceField(
        label=gettext_lazy("Kelas SP4N"), choices=Kelas.choices, initial=Kelas.TIDAK_BERKADAR
    )
    unit = forms.ModelChoiceField(
        None, label=gettext_lazy("Unit penanganan"), to_field_name="uid", required=False
    )
    layanan = forms.ModelChoiceField(None, label=gettext_lazy("Layanan"), to_field_name="uid", required=False)
    goes_to_pengawas = forms.BooleanField(
        label=gettext_lazy("Langsung kepada pengawas, tidak pernah kepada unitnya"), required=False
    )
    is_active = forms.BooleanField(label=gettext_lazy("Dipakai"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["unit"].queryset = Unit.objects.on(today)
        self.fields["layanan"].queryset = Layanan.objects.on(today)


class NewCategoryForm(CategoryForm):
    """The code goes into other systems (Open311), so it is given once."""

    code = forms.SlugField(label=gettext_lazy("Kode"), max_length=50)
    field_order = ["code"]


class RulesForm(forms.Form):
    needs_approval = forms.BooleanField(
        label=gettext_lazy("Jawaban disetujui orang lain sebelum dikirim"), required=False
    )
    pause_cap = forms.IntegerField(
        label=gettext_lazy("Jeda paling lama satu laporan (hari kerja)"),
        min_value=0,
        max_value=30,
        help_text=gettext_lazy("Semua jeda dijumlahkan. Jam warga tidak pernah berhenti."),
    )


@signed_in
@require_GET
def complaint_categories(request: HttpRequest) -> HttpResponse:
    check_can_set_up_complaints(request.user)
    rows = Category.objects.select_related("unit", "layanan")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rules": rules_in_force()}
    return render(request, "staff/complaints/categories.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def complaint_category_new(request: HttpRequest) -> HttpResponse:
    check_can_set_up_complaints(request.user)
    page = {"heading": _("Kategori baru"), "action": _("Simpan kategori"), "up": _up()}
    return ask_for(request, NewCategoryForm(request.POST or None), create_category, **page)


@signed_in
@require_http_methods(["GET", "POST"])
def complaint_category(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = find_category(request, uid)
    form = CategoryForm(request.POST or None, initial=_initial(one))
    page = {"heading": one.name, "action": _("Simpan kategori"), "up": _up()}
    return ask_for(request, form, partial(change_category, category=one), **page)


@signed_in
@require_http_methods(["GET", "POST"])
def complaint_rules(request: HttpRequest) -> HttpResponse:
    check_can_set_up_complaints(request.user)
    now = rules_in_force()
    initial = {"needs_approval": now.needs_approval, "pause_cap": now.pause_cap}
    form = RulesForm(request.POST or None, initial=initial)
    page = {"heading": _("Aturan pengaduan"), "action": _("Simpan aturan"), "up": _up()}
    return ask_for(request, form, set_rules, **page)


def _initial(one: Category) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in CategoryForm.base_fields}
    related = {name: getattr(told[name], "uid", None) for name in ("unit", "layanan")}
    return told | related


def _up() -> Link:
    return _("Kategori pengaduan"), reverse("staff:complaint_categories")
