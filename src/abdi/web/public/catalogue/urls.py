"""What can be had here, how long it takes, and what it really takes."""

from django.urls import path

from abdi.web.public.catalogue import views

urlpatterns = [
    path("", views.catalogue, name="catalogue"),
    path("ekspor.<str:kind>", views.export, name="catalogue_export"),
    path("<str:code>/", views.layanan, name="layanan"),
    path("<str:code>/standar.pdf", views.standar_file, name="standar_file"),
    path("<str:code>/maklumat.pdf", views.maklumat_file, name="maklumat_file"),
    path("<str:code>/rancangan/", views.draft, name="standar_draft"),
]
