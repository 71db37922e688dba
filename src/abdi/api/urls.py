"""Version 1. An address here keeps its shape for as long as the version lives."""

from django.urls import path

from abdi.api.queue import views as queue

app_name = "api"
urlpatterns = [
    path("antrean/<uuid:uid>/monitor", queue.monitor, name="queue_monitor"),
]
