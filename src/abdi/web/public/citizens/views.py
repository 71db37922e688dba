"""A citizen signs in without a password, sees what he has done, changes his name, leaves, is forgotten."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform.accounts.models import public_user
from abdi.platform.citizens import actions
from abdi.platform.citizens.models import Citizen
from abdi.platform.citizens.selectors import address_asked
from abdi.platform.keys.pace import check_pace
from abdi.web.access import in_an_instansi
from abdi.web.errors import accepted
from abdi.web.public.citizens.forms import AccountForm, CodeForm, EmailForm, EraseForm
from abdi.web.public.citizens.session import (
    citizen_of,
    enter,
    leave,
    not_as_staff,
    require_citizen,
    safe_path,
)
from abdi.web.public.citizens.things import sections_of

ASKED, NEXT = "citizen_code", "citizen_next"  # session keys, until signed in
IN_A_MINUTE = 20  # codes asked from one address of the network, which a whole street may share


@never_cache
@require_GET
@in_an_instansi
def citizen(request: HttpRequest) -> HttpResponse:
    """The page of whoever is signed in as citizen; for all others the way in."""
    one = citizen_of(request)
    if one is None:
        back = safe_path(request.GET.get("next", ""))
        return render(request, "public/citizens/sign_in.html", {"form": EmailForm(), "next": back})
    context = {"citizen": one, "form": AccountForm.of(one), "sections": sections_of(one)}
    return render(request, "public/citizens/citizen.html", context)


@require_POST
@not_as_staff
def citizen_ask(request: HttpRequest) -> HttpResponse:
    form, back = EmailForm(request.POST), safe_path(request.POST.get("next", ""))
    if form.is_valid():
        check_pace(f"warga:{request.META.get('REMOTE_ADDR', '')}", limit=IN_A_MINUTE)
        email = form.cleaned_data["email"]
        if code := accepted(form, actions.ask_code, actor=public_user(), email=email):
            request.session[ASKED], request.session[NEXT] = str(code.uid), back
            return redirect("public:citizen_code")
    return render(request, "public/citizens/sign_in.html", {"form": form, "next": back}, status=422)


@require_http_methods(["GET", "POST"])
@not_as_staff
def citizen_code(request: HttpRequest) -> HttpResponse:
    email = address_asked(request.session.get(ASKED, ""))
    if not email:
        return redirect("public:citizen")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = {"actor": public_user(), "email": email, "code": form.cleaned_data["code"]}
        if one := accepted(form, actions.confirm, **told):
            back = safe_path(request.session.get(NEXT, ""))
            enter(request, one)
            return redirect(back)
    return render(request, "public/citizens/code.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@require_citizen
def citizen_describe(request: HttpRequest, one: Citizen) -> HttpResponse:
    form = AccountForm(request.POST)
    if form.is_valid() and accepted(
        form, actions.describe, actor=public_user(), citizen=one, **form.cleaned_data
    ):
        messages.success(request, _("Akun warga disimpan"))
        return redirect("public:citizen")
    one.refresh_from_db()
    context = {"citizen": one, "form": form, "sections": sections_of(one)}
    return render(request, "public/citizens/citizen.html", context, status=422)


@require_POST
@not_as_staff
def citizen_leave(request: HttpRequest) -> HttpResponse:
    response = redirect("public:citizen")
    leave(request, response)
    return response


@require_http_methods(["GET", "POST"])
@require_citizen
def citizen_erase(request: HttpRequest, one: Citizen) -> HttpResponse:
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and accepted(form, actions.erase, actor=public_user(), citizen=one):
        response = redirect("public:citizen")
        leave(request, response)
        messages.success(request, _("Akun warga dihapus"))
        return response
    return render(request, "public/citizens/erase.html", {"form": form}, status=422 if form.errors else 200)
