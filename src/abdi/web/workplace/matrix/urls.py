"""Matrix of roles and results."""

from django.urls import path

from abdi.web.workplace.matrix import views

urlpatterns = [
    path("", views.matrix_list, name="matrix_list"),
    path("<uuid:uid>/", views.matrix, name="matrix"),
    path("<uuid:uid>/pdf/", views.paper, name="matrix_paper"),
    path("<uuid:uid>/undang/", views.invite, name="matrix_invite"),
    path("<uuid:uid>/ikuti/", views.follow, name="changes_follow"),
    path("anggota/<uuid:uid>/keluar/", views.dismiss, name="matrix_dismiss"),
    path("sel/<uuid:uid>/terima/", views.accept, name="candidate_accept"),
]
