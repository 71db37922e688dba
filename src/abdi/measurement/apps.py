from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    name = "abdi.measurement"
    verbose_name = "Pengukuran"
