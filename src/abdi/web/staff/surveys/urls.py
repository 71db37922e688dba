"""Instruments, results and publication of the survey."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
