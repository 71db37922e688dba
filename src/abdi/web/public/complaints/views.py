"""Reporting without an account, and following the report by its code: whoever knows it is the reporter."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform.accounts.models import public_user
from abdi.voice.complaints import actions
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.selectors import complaint_by_code
from abdi.web import exports, files
from abdi.web.errors import accepted, attempt
from abdi.web.public.codes import by_code, by_reporter
from abdi.web.public.complaints import filing, forms, place
from abdi.web.public.complaints.receipt import receipt_of
from abdi.web.public.complaints.review import review_of
from abdi.web.public.complaints.showing import deadlines_of, shown_of
from abdi.web.public.qr import qr


@require_http_methods(["GET", "POST"])
def complaint(request: HttpRequest) -> HttpResponse:
    """Everything on one screen. A button of the map sends all of it, and it comes back with the pin."""
    if request.method == "GET":
        return filing.page(request, forms.ComplaintForm(initial=filing.asked_for(request)))
    if place.asks_for_map(request.POST):
        return filing.page(request, forms.ComplaintForm(initial=place.as_asked(request.POST.dict())))
    form = forms.ComplaintForm(request.POST, request.FILES)
    review = review_of(form) if form.is_valid() else None
    if review and (made := filing.filed(request, form, review)):
        return redirect("public:complaint_receipt", made.code)
    return filing.page(request, form, review)


@require_POST
def complaint_map(request: HttpRequest) -> JsonResponse:
    """The map of the form alone, where JavaScript asks for it: a part of a page, and so no page.

    It keeps nothing; by POST, so that where somebody lives stands in no address and no log.
    """
    asked = request.POST.dict()
    data = place.as_asked(asked) if place.asks_for_map(asked) else asked
    context = {"place": place.shown(data), "moved": place.MOVE in asked}
    return JsonResponse({"map": render_to_string("public/complaints/place.html", context, request)})


@by_code
@require_GET
def track(request: HttpRequest, code: str) -> HttpResponse:
    return _page(request, complaint_by_code(code))


@by_code
@require_GET
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    one = complaint_by_code(code)
    context = {"one": one, "qr": qr(_address(request, one)), "deadlines": deadlines_of(one)}
    return render(request, "public/complaints/receipt.html", context)


@by_code
@require_GET
def receipt_pdf(request: HttpRequest, code: str) -> HttpResponse:
    one = complaint_by_code(code)
    return exports.pdf(receipt_of(one, _address(request, one)), f"tanda-terima-{one.number}")


@by_code
@require_GET
def photo(_request: HttpRequest, code: str, photo: int) -> FileResponse:
    kept = get_object_or_404(complaint_by_code(code).photos, number=photo)
    return files.stored(kept.thumb, permit=lambda _file: None)


@by_code
@require_POST
@by_reporter
def add(request: HttpRequest, code: str) -> HttpResponse:
    """More of it, or what was missing."""
    one, form = complaint_by_code(code), forms.AddForm(request.POST, request.FILES)
    act = actions.complete_file if shown_of(one).can_complete else actions.add_information
    return _done(request, one, _("Keterangan Anda sudah kami terima"), act, add=form)


@by_code
@require_POST
@by_reporter
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    one, form = complaint_by_code(code), forms.ConfirmForm(request.POST)
    return _done(request, one, _("Terima kasih; laporan ini selesai"), actions.confirm, confirm=form)


@by_code
@require_POST
@by_reporter
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    one, form = complaint_by_code(code), forms.ReopenForm(request.POST)
    return _done(request, one, _("Laporan dibuka kembali"), actions.reopen, reopen=form)


@by_code
@require_POST
@by_reporter
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    one = complaint_by_code(code)
    attempt(request, _("Laporan dicabut"), actions.withdraw, actor=public_user(), complaint=one)
    return redirect("public:complaint_track", one.code)


@by_code
@require_POST
@by_reporter
def escalate(request: HttpRequest, code: str) -> HttpResponse:
    one = complaint_by_code(code)
    said = _("Laporan dibawa kepada atasan")
    attempt(request, said, actions.escalate, actor=public_user(), complaint=one)
    return redirect("public:complaint_track", one.code)


def _done(request: HttpRequest, one: Complaint, said: str, act: Any, **named: Any) -> HttpResponse:
    """Back to the page with a toast; what cannot be used stands in its form, open, as it was typed.

    A refusal by the state of the thing is a notice on the page, which may have no such form any more.
    """
    (form,) = named.values()
    given = {"actor": public_user(), "complaint": one}
    if form.is_valid() and accepted(form, act, **given, **form.cleaned_data):
        messages.success(request, said)
        return redirect("public:complaint_track", one.code)
    if not form.non_field_errors():
        return _page(request, complaint_by_code(one.code), status=422, **named)
    for sentence in form.non_field_errors():
        messages.error(request, sentence)
    return redirect("public:complaint_track", one.code)


def _page(request: HttpRequest, one: Complaint, *, status: int = 200, **named: Any) -> HttpResponse:
    fresh = {"add": forms.AddForm(), "confirm": forms.ConfirmForm(), "reopen": forms.ReopenForm()}
    context = {"one": one, "shown": shown_of(one), **fresh, **named}
    return render(request, "public/complaints/track.html", context, status=status)


def _address(request: HttpRequest, one: Complaint) -> str:
    return request.build_absolute_uri(reverse("public:complaint_track", args=[one.code]))
