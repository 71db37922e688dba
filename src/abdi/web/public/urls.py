"""Open to everybody, without an account."""

from django.urls import include, path

from abdi.web.public import follow, views

app_name = "public"
urlpatterns = [
    path("periksa/", views.check, name="check"),
    path("periksa/sidik/<slug:sha256>/", views.check_file, name="check_file"),
    path("periksa/<slug:code>/", views.check_code, name="check_code"),
    path("layanan/", include("abdi.web.public.catalogue.urls")),
    path("antrean/", include("abdi.web.public.tickets.urls")),
    path("reservasi/", include("abdi.web.public.reservations.urls")),
    path("papan/", include("abdi.web.public.boards.urls")),
    path("lacak/", include("abdi.web.public.tracking.urls")),
    path("kabar/ikuti/", follow.follow, name="follow"),
    path("kabar/berhenti/<str:token>/", follow.unfollow, name="unfollow"),
    path("kabar/pekerja.js", follow.push_worker, name="push_worker"),
    path("kios/", include("abdi.web.public.kiosk.urls")),
    path("survei/", include("abdi.web.public.surveys.urls")),
    path("aduan/", include("abdi.web.public.complaints.urls")),
    path("konsultasi/", include("abdi.web.public.consultation.urls")),
    path("forum/", include("abdi.web.public.forums.urls")),
    path("proyek/", include("abdi.web.public.projects.urls")),
    path("warga/", include("abdi.web.public.citizens.urls")),
]
