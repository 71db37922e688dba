from importlib import import_module

from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    name = "abdi.measurement"
    verbose_name = "Pengukuran"

    def ready(self) -> None:
        import_module("abdi.measurement.tasks")
