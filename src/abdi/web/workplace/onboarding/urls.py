"""First steps: the list, one's own data, requests to correct them, and the clinic."""

from django.urls import path

from abdi.web.workplace.onboarding import views

urlpatterns = [
    path("", views.guide, name="first_steps"),
    path("mulai/", views.start, name="first_steps_start"),
    path("tutup/", views.dismiss, name="first_steps_dismiss"),
    path("data-saya/", views.my_data, name="my_data"),
    path("perbaikan/", views.corrections, name="corrections"),
    path("perbaikan/<uuid:uid>/", views.correction, name="correction"),
    path("klinik/", views.clinic, name="clinic"),
    path("klinik/<uuid:uid>/", views.clinic_note, name="clinic_note"),
]
