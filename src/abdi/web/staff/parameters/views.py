"""What the law leaves to the instansi: what stands, and setting it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.organisation.law.actions import lift_parameter, set_parameter
from abdi.organisation.law.permissions import check_can_set_parameters
from abdi.organisation.law.selectors import overrides_on, settings_of
from abdi.web.access import signed_in
from abdi.web.errors import accepted, attempt
from abdi.web.law.catalogue import ParameterEntry, parameter_entry, parameters, rows_of
from abdi.web.staff.parameters.forms import ParameterForm, SinceForm

ON_A_PAGE = 25


@signed_in
@require_GET
def settable(request: HttpRequest) -> HttpResponse:
    check_can_set_parameters(request.user)
    words, own = request.GET.get("q", "").strip()[:100], overrides_on(timezone.localdate())
    found = [one for one in parameters() if one.parameter.settable_by and words.lower() in one.words]
    rows = [(one, rows_of(own[one.path]) if one.path in own else None) for one in found]
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/parameters.html", {"page": page, "words": words})


@signed_in
@require_http_methods(["GET", "POST"])
def parameter_set(request: HttpRequest, path: str) -> HttpResponse:
    check_can_set_parameters(request.user)
    entry, today = _entry(path), timezone.localdate()
    form = ParameterForm(entry.parameter, request.POST or None, initial={"since": today})
    if form.is_valid() and accepted(form, set_parameter, actor=request.user, path=path, **form.cleaned_data):
        return redirect(request.path)
    context = {
        "entry": entry,
        "form": form,
        "history": [(one, rows_of(one.value)) for one in settings_of(path)],
        "is_own": path in overrides_on(today),
    }
    return render(request, "staff/parameter.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def parameter_lift(request: HttpRequest, path: str) -> HttpResponse:
    check_can_set_parameters(request.user)
    form = SinceForm(
        {"since": timezone.localdate(), "reason": request.POST.get("reason") or _("Kembali ke hukum")}
    )
    if form.is_valid():
        attempt(
            request, _("Mengikuti hukum kembali"), lift_parameter, path=_entry(path).path, **form.cleaned_data
        )
    return redirect("staff:parameter_set", path=path)


def _entry(path: str) -> ParameterEntry:
    entry = parameter_entry(path)
    if entry is None or entry.parameter.settable_by is None:
        raise Http404
    return entry
