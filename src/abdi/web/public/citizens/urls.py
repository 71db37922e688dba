"""Proving an address, to take part."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
