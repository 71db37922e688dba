"""Handing over, acknowledging and objecting."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
