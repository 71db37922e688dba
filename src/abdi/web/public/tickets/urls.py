"""A number in the queue: taken, followed, given back."""

from django.urls import path

from abdi.web.public.tickets import views

urlpatterns = [
    path("", views.queue, name="queue"),
    path("unit/<uuid:uid>/", views.queue_unit, name="queue_unit"),
    path("unit/<uuid:uid>/siaran/", views.queue_live, name="queue_live"),
    path("ambil/<uuid:pool>/<uuid:layanan>/", views.queue_take, name="queue_take"),
    path("<slug:code>/", views.ticket, name="ticket"),
    path("<slug:code>/mundur/", views.ticket_back, name="ticket_back"),
    path("<slug:code>/batal/", views.ticket_cancel, name="ticket_cancel"),
]
