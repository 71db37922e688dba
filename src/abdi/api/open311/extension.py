"""What we tell beside GeoReport v2. It may change with our own versions; what stands under /open311/v2 may not."""

from importlib import import_module

from django.urls import path

from abdi.api.open311 import views

import_module("abdi.api.open311.forms")

app_name = "open311_ext"
urlpatterns = [path("requests/<str:number>/updates.<form:form>", views.updates, name="updates")]
