"""Projects that people take part in."""

from django.urls import path

from abdi.web.public.citizens.things import SECTIONS
from abdi.web.public.projects import mine, views

SECTIONS.append(mine.contributed)

urlpatterns = [
    path("", views.projects, name="projects"),
    path("unduh/<slug:kind>/", views.project_export, name="project_export"),
    path("gambar/<uuid:uid>/", views.project_picture, name="project_picture"),
    path("pendapat/<uuid:uid>/tarik/", views.contribution_withdraw, name="contribution_withdraw"),
    path("<uuid:uid>/", views.project, name="project"),
    path("<uuid:uid>/pendapat/", views.project_contribute, name="project_contribute"),
    path("<uuid:uid>/suara/", views.project_vote, name="project_vote"),
    path("<uuid:uid>/nilai/", views.project_mark, name="project_mark"),
]
