"""The organisation’s result and the calibration board."""

from django.urls import path

from abdi.web.workplace.calibration import results, views

urlpatterns = [
    path("", views.sessions, name="calibration_list"),
    path("organisasi/", results.results, name="organisation_results"),
    path("unit/<uuid:uid>/<uuid:period>/", results.unit, name="organisation_result"),
    path("unit/<uuid:uid>/<uuid:period>/tetapkan/", results.decide, name="organisation_decide"),
    path("unit/<uuid:uid>/<uuid:period>/papan/", views.open_board, name="calibration_open"),
    path("papan/<uuid:uid>/", views.board, name="calibration_board"),
    path("papan/<uuid:uid>/kotak/", views.cell, name="calibration_cell"),
    path("papan/<uuid:uid>/pindah/", views.move, name="calibration_move"),
    path("papan/<uuid:uid>/segarkan/", views.refresh, name="calibration_refresh"),
    path("papan/<uuid:uid>/tutup/", views.close, name="calibration_close"),
    path("usulan/<uuid:uid>/", views.seat, name="calibration_seat"),
    path("usulan/<uuid:uid>/terima/", views.accept, name="calibration_accept"),
    path("usulan/<uuid:uid>/pertahankan/", views.keep, name="calibration_keep"),
]
