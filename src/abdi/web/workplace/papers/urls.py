"""Documents, one by one and in bulk."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
