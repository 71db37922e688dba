"""Forums: calling them, keeping their minutes, following up."""

from django.urls import path

from abdi.web.staff.forums import views

urlpatterns = [
    path("", views.forums, name="forums"),
    path("baru/", views.forum_new, name="forum_new"),
    path("masukan/<uuid:uid>/<slug:step>/", views.suggestion_step, name="suggestion_step"),
    path("tindak-lanjut/<uuid:uid>/<slug:step>/", views.agreement_step, name="agreement_step"),
    path("<uuid:uid>/", views.forum, name="forum"),
    path("<uuid:uid>/berita-acara.pdf", views.forum_draft, name="forum_draft"),
    path("<uuid:uid>/<slug:step>/", views.forum_step, name="forum_step"),
]
