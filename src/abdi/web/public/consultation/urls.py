"""Being heard before it is decided."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
