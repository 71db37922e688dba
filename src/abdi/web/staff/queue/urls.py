"""Number lines, counters and boards of a unit."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
