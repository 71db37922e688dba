"""What was done, day by day."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
