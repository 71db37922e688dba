"""The survey as a citizen meets it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
