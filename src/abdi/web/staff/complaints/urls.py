"""Verifying, disposing, answering and closing what citizens report."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
