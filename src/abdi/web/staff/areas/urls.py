"""Outlines of the units."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
