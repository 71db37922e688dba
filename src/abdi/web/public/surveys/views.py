"""Nine taps, words if one likes, and thanks; at home by a link, or at a machine in the hall."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.platform.accounts.models import public_user
from abdi.services.devices.models import Device
from abdi.voice.surveys import actions
from abdi.voice.surveys.models import Token
from abdi.voice.surveys.policies import check_open
from abdi.voice.surveys.selectors import instrument_in_use
from abdi.web.public.surveys.around import at_machine, at_phone, remembered
from abdi.web.public.surveys.doors import KIOSK, by_secret, for_citizens
from abdi.web.public.surveys.finding import layanan_at, services_at
from abdi.web.public.surveys.forms import SurveyForm


@require_http_methods(["GET", "POST"])
@for_citizens
@by_secret
def survey(request: HttpRequest, token: Token) -> HttpResponse:
    """A link that no longer answers says why; the same sending again is thanked again."""
    form = SurveyForm(request, token.instrument, has_officer=token.employee is not None)
    if form.is_valid():
        around, memory = at_phone(request, token)
        told = {"sheet": form.sheet(), "submission": form.cleaned_data["submission"], "around": around}
        actions.answer(actor=public_user(), token=token, **told)
        return remembered(redirect("public:survey_thanks"), memory)
    check_open(token, timezone.localdate())
    context = {"form": form, "unit": token.unit, "layanan": token.layanan}
    return render(request, "public/surveys/answer.html", context, status=422 if form.errors else 200)


@require_GET
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "public/surveys/thanks.html")


@require_GET
@for_citizens
@KIOSK.guard
def kiosk(request: HttpRequest, device: Device) -> HttpResponse:
    """Which service it was."""
    context = {"device": device, "services": services_at(device.unit)}
    return render(request, "public/surveys/kiosk/start.html", context)


@require_http_methods(["GET", "POST"])
@for_citizens
@KIOSK.guard
def kiosk_answer(request: HttpRequest, device: Device, layanan: UUID) -> HttpResponse:
    one = layanan_at(device.unit, layanan)
    form = SurveyForm(request, instrument_in_use(), has_officer=False)
    if form.is_valid():
        around, memory = at_machine(request, device, one)
        told = {"sheet": form.sheet(), "submission": form.cleaned_data["submission"], "around": around}
        actions.answer_at_kiosk(actor=public_user(), device=device, layanan=one, **told)
        return remembered(redirect("public:survey_kiosk_done"), memory)
    context = {"form": form, "unit": device.unit, "layanan": one}
    return render(request, "public/surveys/kiosk/answer.html", context, status=422 if form.errors else 200)


@require_GET
@for_citizens
@KIOSK.guard
def kiosk_done(request: HttpRequest, device: Device) -> HttpResponse:
    return render(request, "public/surveys/kiosk/done.html", {"device": device})


@require_POST
@KIOSK.guard
def kiosk_beat(request: HttpRequest, _device: Device) -> HttpResponse:
    return KIOSK.beat(request)


@require_http_methods(["GET", "POST"])
def kiosk_register(request: HttpRequest) -> HttpResponse:
    return KIOSK.let_in(request)
