"""Matrix of roles and results."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
