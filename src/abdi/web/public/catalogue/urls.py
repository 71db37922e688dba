"""What can be had here, how long it takes, and what it really takes."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
