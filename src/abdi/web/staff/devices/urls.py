"""Machines that are let in."""

from django.urls import path

from abdi.web.staff.devices import views

urlpatterns = [
    path("", views.devices, name="devices"),
    path("baru/", views.device_new, name="device_new"),
    path("<uuid:uid>/cabut/", views.device_withdraw, name="device_withdraw"),
]
