"""The display in the waiting room."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
