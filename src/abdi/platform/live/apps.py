from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "abdi.platform.live"
    label = "live"
    verbose_name = "Siaran langsung"
