"""The officer's desk: who is next."""

from django.urls import include, path

from abdi.web.counter import views

app_name = "counter"
urlpatterns = [
    path("", views.start, name="start"),
    path("siaran/<uuid:uid>/", views.stream, name="stream"),
    path("duduk/<uuid:uid>/", views.sit, name="open"),
    path("keadaan/", views.state, name="state"),
    path("tutup/", views.close, name="close"),
    path("panggil/", views.call, name="call"),
    path("nomor/<uuid:uid>/panggil/", views.pick, name="pick"),
    path("nomor/<uuid:uid>/ulangi/", views.recall, name="recall"),
    path("nomor/<uuid:uid>/mulai/", views.begin, name="begin"),
    path("nomor/<uuid:uid>/selesai/", views.finish, name="finish"),
    path("nomor/<uuid:uid>/tunda/", views.hold, name="hold"),
    path("nomor/<uuid:uid>/lanjutkan/", views.resume, name="resume"),
    path("nomor/<uuid:uid>/alihkan/", views.transfer, name="transfer"),
    path("nomor/<uuid:uid>/tidak-hadir/", views.no_show, name="no_show"),
    path("permohonan/", include("abdi.web.counter.requests.urls")),
]
