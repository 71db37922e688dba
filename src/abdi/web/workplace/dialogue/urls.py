"""Feedback, dialogue and coaching."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
