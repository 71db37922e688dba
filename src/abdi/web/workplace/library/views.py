"""The library on screen: look for an indicator, take it along, keep one's own."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.measurement.catalogue import catalogue
from abdi.planning.library import actions, permissions
from abdi.planning.library.models import IkiTemplate
from abdi.planning.library.selectors import search
from abdi.planning.library.wording import typical_target
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.workplace.finding import find_one_of, find_rhk
from abdi.web.workplace.library import forms

ON_A_PAGE = 20


@signed_in
@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """With `?rhk=` the examples can be taken along to that RHK."""
    form = forms.SearchForm(request.GET)
    page = Paginator(search(**form.asked()), ON_A_PAGE).get_page(request.GET.get("page"))
    known = catalogue()
    rows = [{"template": one, "target": typical_target(one), "metric": known.get(one.metric)} for one in page]
    may_keep = permissions.can_keep_library(request.user)
    context = {"form": form, "page": page, "rows": rows, "may_keep": may_keep, "rhk": _rhk(request)}
    return render(request, "workplace/library/library.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def template_new(request: HttpRequest) -> HttpResponse:
    permissions.check_can_keep_library(request.user)
    form = forms.TemplateForm(request.POST or None)
    if form.is_valid() and accepted(form, actions.add_template, actor=request.user, fields=form.cleaned_data):
        return redirect("workplace:library")
    status = 422 if form.errors else 200
    return render(request, "workplace/library/new.html", {"form": form}, status=status)


@signed_in
@require_POST
def load(request: HttpRequest) -> HttpResponse:
    attempt(request, _("Contoh bawaan dimuat"), actions.load_library)
    return redirect("workplace:library")


@signed_in
@require_POST
def template_remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    permissions.check_can_keep_library(request.user)
    template = find_one_of(IkiTemplate.objects.all(), uid)
    attempt(request, _("Contoh dihapus"), actions.remove_template, template=template)
    return redirect("workplace:library")


def _rhk(request: HttpRequest) -> object:
    """The RHK somebody came from; a broken address names none."""
    try:
        return find_rhk(request, UUID(request.GET["rhk"])) if request.GET.get("rhk") else None
    except ValueError:
        return None
