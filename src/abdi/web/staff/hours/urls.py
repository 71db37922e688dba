"""Opening hours and special days."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
