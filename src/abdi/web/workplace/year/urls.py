"""The year of plans: versions, copies, many at once, who is late."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
