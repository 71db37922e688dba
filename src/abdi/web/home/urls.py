"""The public start page, the language switch and the kit's live page."""

from django.urls import path

from abdi.web.home import views

app_name = "home"

urlpatterns = [
    path("", views.start, name="start"),
    path("bahasa/", views.language, name="language"),
    path("komponen/", views.kit, name="kit"),
]
