"""The survey as a citizen meets it."""

from django.urls import path

from abdi.web.public.surveys import views

urlpatterns = [
    path("terima-kasih/", views.thanks, name="survey_thanks"),
    path("kios/", views.kiosk, name="survey_kiosk"),
    path("kios/daftar/", views.kiosk_register, name="survey_kiosk_register"),
    path("kios/denyut/", views.kiosk_beat, name="survey_kiosk_beat"),
    path("kios/selesai/", views.kiosk_done, name="survey_kiosk_done"),
    path("kios/<uuid:layanan>/", views.kiosk_answer, name="survey_kiosk_answer"),
    path("<slug:secret>/", views.survey, name="survey"),
]
