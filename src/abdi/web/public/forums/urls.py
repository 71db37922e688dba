"""Public forums, their minutes and what became of them."""

from django.urls import path

from abdi.web.public.forums import views

urlpatterns = [
    path("", views.forums, name="forums"),
    path("tindak-lanjut/", views.forum_agreements, name="forum_agreements"),
    path("tindak-lanjut/unduh/<slug:kind>/", views.forum_export, name="forum_export"),
    path("foto/<uuid:uid>/", views.forum_photo, name="forum_photo"),
    path("undangan/<slug:code>/", views.forum_guest, name="forum_guest"),
    path("undangan/<slug:code>/batal/", views.forum_guest_withdraw, name="forum_guest_withdraw"),
    path("<uuid:uid>/", views.forum, name="forum"),
    path("<uuid:uid>/daftar/", views.forum_register, name="forum_register"),
    path("<uuid:uid>/kalender.ics", views.forum_calendar, name="forum_calendar"),
    path("<uuid:uid>/berita-acara.pdf", views.forum_minutes, name="forum_minutes"),
]
