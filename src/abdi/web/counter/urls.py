"""The officer's desk: who is next."""

from django.urls import URLPattern

app_name = "counter"
urlpatterns: list[URLPattern] = []
