"""What can be had here, how long it takes, and what it really takes.

Codes are the offices' own and may hold a slash, so the longest address is asked first.
"""

from django.urls import path

from abdi.web.public.catalogue import views

urlpatterns = [
    path("", views.catalogue, name="catalogue"),
    path("ekspor.<str:kind>", views.export, name="catalogue_export"),
    path("<path:code>/standar.pdf", views.standar_file, name="standar_file"),
    path("<path:code>/maklumat.pdf", views.maklumat_file, name="maklumat_file"),
    path("<path:code>/rancangan/", views.draft, name="standar_draft"),
    path("<path:code>/", views.layanan, name="layanan"),
]
