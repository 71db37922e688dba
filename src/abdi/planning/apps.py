from importlib import import_module

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "abdi.planning"
    verbose_name = "Perencanaan kinerja"

    def ready(self) -> None:
        import_module("abdi.planning.papers")
