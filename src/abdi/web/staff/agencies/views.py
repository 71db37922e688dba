"""The instansi of an installation, for its operators: list, open, complete, and choose where to work."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform.instansi import actions
from abdi.platform.tenancy.middleware import CHOICE
from abdi.platform.tenancy.models import Instansi
from abdi.web.access import operator_only
from abdi.web.errors import accepted
from abdi.web.staff.agencies import forms
from abdi.web.staff.pages import ask, ask_for


@operator_only
@require_GET
def agencies(request: HttpRequest) -> HttpResponse:
    return render(request, "staff/agencies.html", {"rows": Instansi.objects.all()})


@operator_only
@require_http_methods(["GET", "POST"])
def agency_new(request: HttpRequest) -> HttpResponse:
    form = forms.NewInstansiForm(request.POST or None)
    if form.is_valid():
        made = accepted(form, actions.open_instansi, actor=request.user, **form.cleaned_data)
        if made:
            return _enter(request, made)
    up = _("Instansi"), reverse("staff:agencies")
    return ask(request, form, heading=_("Instansi baru"), action=_("Buka instansi"), up=up)


@operator_only
@require_http_methods(["GET", "POST"])
def agency_change(request: HttpRequest, code: str) -> HttpResponse:
    instansi = get_object_or_404(Instansi, code=code)
    form = forms.InstansiForm(request.POST or None, instansi=instansi)
    act, lead = partial(actions.change_instansi, instansi=instansi), _("Kode: %s") % instansi.code
    up = _("Instansi"), reverse("staff:agencies")
    page = {"heading": _("Data instansi"), "action": _("Simpan"), "up": up}
    return ask_for(request, form, act, **page, lead=lead)


@operator_only
@require_POST
def agency_enter(request: HttpRequest, code: str) -> HttpResponse:
    return _enter(request, get_object_or_404(Instansi, code=code))


def _enter(request: HttpRequest, instansi: Instansi) -> HttpResponse:
    """From the next page on, this session works there."""
    actions.enter_instansi(actor=request.user, instansi=instansi)
    request.session[CHOICE] = instansi.pk
    messages.success(request, _("Anda bekerja di %s") % instansi)
    return redirect("staff:start")
