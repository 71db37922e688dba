"""Verifying, disposing, answering and closing what citizens report."""

from django.urls import path

from abdi.web.staff.complaints import intake, setup, views

urlpatterns = [
    path("", views.complaints, name="complaints"),
    path("verifikasi/", views.complaints_verify, name="complaints_verify"),
    path("baru/", intake.complaint_new, name="complaint_new"),
    path("statistik/", views.complaint_statistics, name="complaint_statistics"),
    path("kategori/", setup.complaint_categories, name="complaint_categories"),
    path("kategori/baru/", setup.complaint_category_new, name="complaint_category_new"),
    path("kategori/<uuid:uid>/", setup.complaint_category, name="complaint_category"),
    path("aturan/", setup.complaint_rules, name="complaint_rules"),
    path("<uuid:uid>/", views.complaint, name="complaint"),
    path("<uuid:uid>/identitas/", views.complaint_identity, name="complaint_identity"),
    path("<uuid:uid>/foto/<int:number>/", views.complaint_photo, name="complaint_photo"),
    path("<uuid:uid>/<slug:verb>/", views.complaint_do, name="complaint_do"),
]
