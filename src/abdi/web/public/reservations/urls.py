"""A place kept for later, and the arrival that turns it into a number."""

from django.urls import path

from abdi.web.public.reservations import views

urlpatterns = [
    path("lapor/", views.arrive, name="arrive"),
    path("layanan/<uuid:uid>/", views.reserve, name="reserve"),
    path("<slug:code>/", views.reservation, name="reservation"),
    path("<slug:code>/kalender/", views.reservation_calendar, name="reservation_calendar"),
    path("<slug:code>/tiba/", views.reservation_arrive, name="reservation_arrive"),
    path("<slug:code>/batal/", views.reservation_cancel, name="reservation_cancel"),
]
