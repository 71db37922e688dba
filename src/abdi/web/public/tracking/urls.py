"""One code, everything that became of an errand."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
