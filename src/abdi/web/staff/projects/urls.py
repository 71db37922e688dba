"""Projects: phases, team, milestones and money."""

from django.urls import path

from abdi.web.staff.projects import views

urlpatterns = [
    path("", views.projects, name="projects"),
    path("baru/", views.project_new, name="project_new"),
    path("tim/<uuid:uid>/lepas/", views.member_remove, name="member_remove"),
    path("tonggak/<uuid:uid>/<slug:step>/", views.milestone_step, name="milestone_step"),
    path("pendapat/<uuid:uid>/<slug:step>/", views.contribution_step, name="contribution_step"),
    path("<uuid:uid>/", views.project, name="project"),
    path("<uuid:uid>/<slug:step>/", views.project_step, name="project_step"),
]
