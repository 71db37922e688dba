"""Open311 GeoReport v2: every address ends with the form it answers in."""

from importlib import import_module

from django.urls import path

from abdi.api.open311 import views

import_module("abdi.api.open311.forms")  # the converter of the last part

app_name = "open311"
urlpatterns = [
    path("", views.start, name="start"),
    path("discovery.<form:form>", views.discovery, name="discovery"),
    path("services.<form:form>", views.services, name="services"),
    path("services/<str:code>.<form:form>", views.service_definition, name="service_definition"),
    path("requests.<form:form>", views.requests, name="requests"),
    path("requests/<str:number>.<form:form>", views.one_request, name="request"),
    path("tokens/<str:code>.<form:form>", views.token, name="token"),
]
