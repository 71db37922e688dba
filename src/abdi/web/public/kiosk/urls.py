"""The machine at the door that gives out numbers."""

from django.urls import path

from abdi.web.public.kiosk import views

urlpatterns = [
    path("", views.start, name="kiosk"),
    path("daftar/", views.register, name="kiosk_register"),
    path("denyut/", views.beat, name="kiosk_beat"),
    path("lapor/", views.arrive, name="kiosk_arrive"),
    path("ambil/<uuid:pool>/<uuid:layanan>/", views.take, name="kiosk_take"),
    path("nomor/<str:sealed>/", views.number, name="kiosk_number"),
]
