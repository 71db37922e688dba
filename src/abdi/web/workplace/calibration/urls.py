"""The organisation’s result and the calibration board."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
