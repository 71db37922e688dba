"""Every address of the installation."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("akun/", include("allauth.urls")),
    path("", include("abdi.platform.operations.urls")),
]
