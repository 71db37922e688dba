"""Keeping a participatory project."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
