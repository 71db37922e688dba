"""Open to everybody, without an account."""

from django.urls import path

from abdi.web.public import views

app_name = "public"
urlpatterns = [
    path("periksa/", views.check, name="check"),
    path("periksa/sidik/<slug:sha256>/", views.check_file, name="check_file"),
    path("periksa/<slug:code>/", views.check_code, name="check_code"),
]
