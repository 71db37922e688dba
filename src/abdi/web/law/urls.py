"""The law as it is computed: rules, parameters, articles, and a place to try them."""

from django.urls import path

from abdi.web.law import views

app_name = "law"

urlpatterns = [
    path("", views.index, name="index"),
    path("aturan/<slug:name>/", views.rule, name="rule"),
    path("ketentuan/<path:path>/", views.parameter, name="parameter"),
]
