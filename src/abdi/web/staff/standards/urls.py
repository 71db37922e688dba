"""Standar pelayanan: drafted, discussed, set, reviewed."""

from django.urls import path

from abdi.web.staff.standards import imports, views

urlpatterns = [
    path("", views.standards, name="standards"),
    path("impor/", imports.upload, name="standards_import"),
    path("impor/<uuid:uid>/", imports.preview, name="standards_preview"),
    path("layanan/<uuid:uid>/baru/", views.standar_new, name="standar_new"),
    path("tanggapan/<uuid:uid>/", views.comment_answer, name="comment_answer"),
    path("unit/<uuid:uid>/maklumat/", views.maklumat_new, name="maklumat_new"),
    path("<uuid:uid>/", views.standar, name="standar"),
    path("<uuid:uid>/ubah/", views.standar_change, name="standar_change"),
    path("<uuid:uid>/berita-acara/", views.standar_minutes, name="standar_minutes"),
    path("<uuid:uid>/publikasi/", views.standar_publish, name="standar_publish"),
    path("<uuid:uid>/tetapkan/", views.standar_set, name="standar_set"),
    path("<uuid:uid>/catat/", views.standar_adopt, name="standar_adopt"),
    path("<uuid:uid>/cabut/", views.standar_withdraw, name="standar_withdraw"),
    path("<uuid:uid>/tinjau/", views.standar_review, name="standar_review"),
]
