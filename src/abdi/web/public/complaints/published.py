"""What everybody may read of complaints: a list with its map, one of them, and how long they take."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from abdi.organisation.areas.selectors import outlines
from abdi.voice.complaints.selectors import public_subject
from abdi.web import exports, files
from abdi.web.public.complaints import numbers
from abdi.web.public.complaints.listing import FilterForm, find_public, page_of, table_of
from abdi.web.public.complaints.points import overview
from abdi.web.public.complaints.showing import told_to_all


@require_GET
def complaints(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    if request.GET.get("format") == "csv":
        return exports.table("csv", "laporan-publik", *table_of(form.rows()))
    return render(request, "public/complaints/list.html", page_of(request, form))


@require_GET
def complaint_public(request: HttpRequest, number: str) -> HttpResponse:
    one = find_public(number)
    context = {
        "one": one,
        "told": told_to_all(one),
        "drawing": overview([one], outlines()) if one.lat is not None else None,
        "subject": public_subject(one),
    }
    return render(request, "public/complaints/public.html", context)


@require_GET
def photo(_request: HttpRequest, number: str, photo: int) -> FileResponse:
    """Only one that the coordinator released."""
    shown = get_object_or_404(find_public(number).photos, number=photo, is_public=True)
    return files.stored(shown.thumb, permit=files.anybody)


@require_GET
def statistics(request: HttpRequest) -> HttpResponse:
    form = numbers.SpanForm(request.GET)
    context = numbers.figures(form)
    if request.GET.get("format") == "csv":
        return exports.table("csv", "statistik-laporan", *numbers.table_of(context["rows"]))
    return render(request, "public/complaints/statistics.html", context, status=422 if form.errors else 200)
