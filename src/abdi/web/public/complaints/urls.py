"""Saying what went wrong, and following what becomes of it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
