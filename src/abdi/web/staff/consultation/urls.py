"""Topics, moderation and official answers."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
