"""Machines that are let in."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
