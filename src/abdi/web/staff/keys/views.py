"""Keys of other systems: which there are, giving one, taking it back."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.permissions import check_can_manage_organisation
from abdi.platform.keys import actions, selectors
from abdi.platform.keys.models import ApiKey
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.staff.keys.forms import KeyForm
from abdi.web.staff.pages import ask

ON_A_PAGE = 50


@signed_in
@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    check_can_manage_organisation(request.user)
    page = Paginator(selectors.keys(), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/keys.html", {"page": page})


@signed_in
@require_http_methods(["GET", "POST"])
def key_new(request: HttpRequest) -> HttpResponse:
    """The key is in this one answer and nowhere else."""
    check_can_manage_organisation(request.user)
    form, up = KeyForm(request.POST or None), (_("Kunci API"), reverse("staff:keys"))
    if form.is_valid():
        given = {"actor": request.user, "permit": check_can_manage_organisation} | form.cleaned_data
        made = accepted(form, actions.issue_key, **given)
        if made:
            response = render(request, "staff/key_token.html", {"key": made[0], "token": made[1], "up": up})
            add_never_cache_headers(response)
            return response
    return ask(request, form, heading=_("Kunci baru"), action=_("Buat kunci"), up=up)


@signed_in
@require_POST
def key_withdraw(request: HttpRequest, uid: UUID) -> HttpResponse:
    check_can_manage_organisation(request.user)
    key = get_object_or_404(ApiKey, uid=uid)
    permit = check_can_manage_organisation
    attempt(request, _("Kunci dicabut"), actions.withdraw_key, key=key, permit=permit)
    return redirect("staff:keys")
