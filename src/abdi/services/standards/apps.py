from importlib import import_module

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "abdi.services.standards"
    label = "standards"
    verbose_name = "Standar pelayanan"

    def ready(self) -> None:
        import_module("abdi.services.standards.papers")
        import_module("abdi.services.standards.tasks")
