"""A number in the queue: taken, followed, given back."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
