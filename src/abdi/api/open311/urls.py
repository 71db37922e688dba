"""Open311 GeoReport v2: every address ends with the form it answers in."""

from django.urls import path, register_converter

from abdi.api.open311 import views
from abdi.platform.georeport.writing import JSON, XML


class Form:
    regex = f"{XML}|{JSON}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Form, "form")

app_name = "open311"
urlpatterns = [
    path("", views.start, name="start"),
    path("discovery.<form:form>", views.discovery, name="discovery"),
    path("services.<form:form>", views.services, name="services"),
    path("services/<str:code>.<form:form>", views.service_definition, name="service_definition"),
    path("requests.<form:form>", views.requests, name="requests"),
    path("requests/<str:number>.<form:form>", views.one_request, name="request"),
    path("tokens/<str:code>.<form:form>", views.token, name="token"),
]
