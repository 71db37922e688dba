"""Projects that people take part in."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
