"""The outlines as they stand, on one map, and a file of new ones."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from abdi.organisation.areas.actions import import_outlines
from abdi.organisation.areas.selectors import outlines
from abdi.organisation.permissions import check_can_manage_units
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.maps import draw, whole_view
from abdi.web.staff.areas.forms import OutlinesForm


@signed_in
@require_http_methods(["GET", "POST"])
def areas(request: HttpRequest) -> HttpResponse:
    check_can_manage_units(request.user)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = OutlinesForm(*sent, initial={"valid_from": timezone.localdate()})
    if form.is_valid() and (drawn := accepted(form, import_outlines, actor=request.user, **form.arguments())):
        said = ngettext("Batas %d unit kerja disimpan", "Batas %d unit kerja disimpan", len(drawn))
        messages.success(request, said % len(drawn))
        return redirect("staff:areas")
    known = outlines()
    view = whole_view(known)
    context = {"form": form, "areas": known, "drawing": draw(known, view) if view else None}
    return render(request, "staff/areas/list.html", context, status=422 if form.errors else 200)
