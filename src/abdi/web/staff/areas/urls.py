"""Outlines of the units."""

from django.urls import path

from abdi.web.staff.areas import views

urlpatterns = [
    path("", views.areas, name="areas"),
]
