"""Visits in the field."""

from django.urls import path

from abdi.web.workplace.visits import views

urlpatterns = [
    path("", views.visits, name="visits"),
    path("pekan/", views.week, name="visits_week"),
    path("rencana/", views.plan, name="visits_plan"),
    path("<uuid:uid>/", views.visit, name="visit"),
    path("<uuid:uid>/tiba/", views.check_in, name="visit_check_in"),
    path("<uuid:uid>/batal/", views.cancel, name="visit_cancel"),
    path("<uuid:uid>/foto/", views.photo, name="visit_photo"),
]
