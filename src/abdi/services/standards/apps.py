from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "abdi.services.standards"
    label = "standards"
    verbose_name = "Standar pelayanan"
