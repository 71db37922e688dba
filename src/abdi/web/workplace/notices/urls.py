"""What a person was told."""

from django.urls import path

from abdi.web.workplace.notices import views

app_name = "notices"

urlpatterns = [
    path("", views.notices, name="list"),
    path("semua/", views.read_all, name="read_all"),
    path("<uuid:uid>/", views.read, name="read"),
]
