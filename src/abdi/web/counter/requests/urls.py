"""Permohonan of a unit: the list, one of them, and a visit opened at the desk."""

from django.urls import path

from abdi.web.counter.requests import views

urlpatterns = [
    path("", views.requests, name="requests"),
    path("baru/", views.request_new, name="request_new"),
    path("berkas/<uuid:uid>/", views.document, name="request_document"),
    path("berkas/<uuid:uid>/kirim/", views.attach, name="request_attach"),
    path("berkas/<uuid:uid>/periksa/", views.judge, name="request_judge"),
    path("<uuid:uid>/", views.one_request, name="request"),
    path("<uuid:uid>/ambil/", views.take_up, name="request_take"),
    path("<uuid:uid>/kembalikan/", views.give_back, name="request_return"),
    path("<uuid:uid>/selesai/", views.complete, name="request_complete"),
    path("<uuid:uid>/serahkan/", views.hand_over, name="request_hand_over"),
    path("<uuid:uid>/tolak/", views.reject, name="request_reject"),
]
