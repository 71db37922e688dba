"""Forums, their minutes and actions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
