"""Version 1. An address here keeps its shape for as long as the version lives."""

from django.urls import path

from abdi.api.complaints import views as complaints
from abdi.api.queue import views as queue

app_name = "api"
urlpatterns = [
    path("aduan", complaints.complaints, name="complaints"),
    path("aduan/<str:code>", complaints.complaint, name="complaint"),
    path("antrean/<uuid:uid>/monitor", queue.monitor, name="queue_monitor"),
]
