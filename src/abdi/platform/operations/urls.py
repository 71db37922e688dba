"""Probes for process managers and load balancers. No trailing slash: they are signals, not pages."""

from django.urls import path

from abdi.platform.operations import views

urlpatterns = [
    path("sehat", views.alive, name="sehat"),
    path("siap", views.ready, name="siap"),
]
