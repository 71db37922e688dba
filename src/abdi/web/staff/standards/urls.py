"""Standar pelayanan: drafted, discussed, set, reviewed."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
