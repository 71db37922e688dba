"""Library of indicators."""

from django.urls import path

from abdi.web.workplace.library import views

urlpatterns = [
    path("", views.library, name="library"),
    path("baru/", views.template_new, name="template_new"),
    path("muat/", views.load, name="library_load"),
    path("<uuid:uid>/hapus/", views.template_remove, name="template_remove"),
]
