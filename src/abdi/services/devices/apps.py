from django.apps import AppConfig


class DevicesConfig(AppConfig):
    name = "abdi.services.devices"
    label = "devices"
    verbose_name = "Perangkat"
