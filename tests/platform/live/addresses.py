"""A page that is live, its stream, and what the server's process has in hand."""

import gc
import threading

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template import engines
from django.urls import path
from django.views.decorators.http import require_GET

from abdi.config import urls
from abdi.platform.live.feeds import Feed
from abdi.platform.live.hub import Hub
from abdi.platform.live.models import Topic
from abdi.platform.live.signals import versions
from abdi.platform.live.stream import event_stream
from abdi.platform.tenancy.scope import current_instansi

TOPIC, FOLLOWED = "uji:papan", "uji:urusan"
PAGE = """{% extends "base.html" %}{% load static %}
{% block title %}Papan uji{% endblock %}{% block heading %}Papan uji{% endblock %}
{% block content %}{% include "components/live.html" %}
<section id="papan" data-live="/uji/siaran/"><p>Keadaan <b id="keadaan">{{ version }}</b></p></section>
{% include "public/follow.html" %}{% endblock %}
{% block scripts %}<script type="module" src="{% static "abdi/live.js" %}"></script>{% endblock %}"""

drawn: list[int] = []


@require_GET
def stream(request: HttpRequest) -> HttpResponseBase:
    def render(version: int) -> dict[str, object]:
        drawn.append(version)
        return {"version": version, "instansi": current_instansi().code}

    return event_stream(request, TOPIC, render)


@require_GET
def breaking(request: HttpRequest) -> HttpResponseBase:
    return event_stream(request, TOPIC, lambda _version: {}["tidak ada"])


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    known = {"version": versions([TOPIC])[TOPIC], "subject": Topic.objects.get(name=FOLLOWED)}
    return HttpResponse(engines["django"].from_string(PAGE).render(known, request))


@require_GET
def measured(request: HttpRequest) -> JsonResponse:
    known = {"drawn": drawn, "threads": threading.active_count(), "connections": _connections()}
    gc.collect()
    kept = sum(type(one) in (Feed, Hub) for one in gc.get_objects())
    return JsonResponse(known | {"kept": kept})


def _connections() -> int:
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return cursor.fetchone()[0]


urlpatterns = [
    path("uji/siaran/", stream),
    path("uji/rusak/", breaking),
    path("uji/halaman/", page),
    path("uji/ukuran/", measured),
    *urls.urlpatterns,
]
