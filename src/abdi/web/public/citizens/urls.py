"""A citizen's own account."""

from django.urls import path

from abdi.web.public.citizens import views

urlpatterns = [
    path("", views.citizen, name="citizen"),
    path("masuk/", views.citizen_ask, name="citizen_ask"),
    path("kode/", views.citizen_code, name="citizen_code"),
    path("nama/", views.citizen_describe, name="citizen_describe"),
    path("keluar/", views.citizen_leave, name="citizen_leave"),
    path("hapus/", views.citizen_erase, name="citizen_erase"),
]
