"""The addresses of Open311 GeoReport v2."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from abdi.api.open311.answering import READ, WRITE, Told, georeport
from abdi.api.open311.asking import asked_in, found, one_public
from abdi.api.open311.catalogue import category_of, definition, offered, service
from abdi.api.open311.discovery import discovered
from abdi.api.open311.intake import filed, with_what_came
from abdi.api.open311.telling import request_of, update_of
from abdi.api.open311.tokens import number_behind
from abdi.platform.georeport.writing import XML

REQUESTS = "service_requests"


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Who comes to the door is led to where everything is told."""
    return redirect("open311:discovery", form=XML)


@georeport(*READ)
def discovery(request: HttpRequest) -> Told:
    endpoint = request.build_absolute_uri(reverse("open311:start")).rstrip("/")
    return "discovery", discovered(endpoint)


@georeport(*READ)
def services(request: HttpRequest) -> Told:
    return "services", [service(one) for one in offered()]


@georeport(*READ)
def service_definition(request: HttpRequest, code: str) -> Told:
    return "service_definition", definition(category_of(code))


@georeport(*WRITE)
def requests(request: HttpRequest) -> Told:
    if request.method == "POST":
        return REQUESTS, [with_what_came(filed(request))]
    return REQUESTS, [request_of(one, request.build_absolute_uri) for one in found(asked_in(request.GET))]


@georeport(*READ)
def one_request(request: HttpRequest, number: str) -> Told:
    return REQUESTS, [request_of(one_public(number), request.build_absolute_uri)]


@georeport(*READ)
def token(request: HttpRequest, code: str) -> Told:
    return REQUESTS, [{"service_request_id": number_behind(code), "token": code}]


@georeport(*READ)
def updates(request: HttpRequest, number: str) -> Told:
    """No part of GeoReport v2, so it stands apart from it."""
    return "service_request_updates", [update_of(one) for one in one_public(number).events.all()]
