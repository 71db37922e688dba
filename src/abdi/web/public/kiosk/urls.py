"""The machine at the door that gives out numbers."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
