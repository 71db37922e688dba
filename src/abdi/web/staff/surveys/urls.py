"""Instruments, results and publication of the survey."""

from django.urls import path

from abdi.web.staff.surveys import views

urlpatterns = [
    path("", views.surveys, name="surveys"),
    path("instrumen/", views.instrument, name="survey_instrument"),
    path("angka/", views.weighing, name="survey_weighing"),
    path("periode-baru/", views.period_new, name="survey_period_new"),
    path("rencana/<uuid:uid>/", views.progress, name="survey_progress"),
    path("<uuid:uid>/", views.period, name="survey_period"),
    path("<uuid:uid>/ubah/", views.period_change, name="survey_period_change"),
    path("<uuid:uid>/publikasi/", views.publish, name="survey_publish"),
    path("<uuid:uid>/rencana/", views.plan, name="survey_plan"),
    path("<uuid:uid>/jawaban.<str:kind>", views.export, name="survey_export"),
]
