"""The survey as a citizen meets it."""

from django.urls import path

from abdi.web.public.surveys import publication, views

urlpatterns = [
    path("terima-kasih/", views.thanks, name="survey_thanks"),
    path("kios/", views.kiosk, name="survey_kiosk"),
    path("kios/daftar/", views.kiosk_register, name="survey_kiosk_register"),
    path("kios/denyut/", views.kiosk_beat, name="survey_kiosk_beat"),
    path("kios/selesai/", views.kiosk_done, name="survey_kiosk_done"),
    path("kios/<uuid:layanan>/", views.kiosk_answer, name="survey_kiosk_answer"),
    path("hasil/", publication.published, name="survey_results"),
    path("hasil/<path:unit>/<uuid:period>/publikasi.pdf", publication.sheet, name="survey_result_file"),
    path("hasil/<path:unit>/<uuid:period>/", publication.result, name="survey_result"),
    path("<slug:secret>/", views.survey, name="survey"),
]
