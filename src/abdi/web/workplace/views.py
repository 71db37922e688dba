"""The first screen of the day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from abdi.web.access import signed_in
from abdi.web.navigation import menu
from abdi.web.workplace.directory import DIRECTORY
from abdi.web.workplace.today import today_context


@signed_in
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    return render(request, "workplace/start.html", today_context(request.user, timezone.localtime()))


@signed_in
@require_GET
def everything(request: HttpRequest) -> HttpResponse:
    return render(request, "workplace/everything.html", {"pages": menu(DIRECTORY, request)})
