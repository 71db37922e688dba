from django.apps import AppConfig


class RequestsConfig(AppConfig):
    name = "abdi.services.requests"
    label = "requests"
    verbose_name = "Permohonan"
