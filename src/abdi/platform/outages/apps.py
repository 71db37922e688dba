from django.apps import AppConfig


class OutagesConfig(AppConfig):
    name = "abdi.platform.outages"
    label = "outages"
    verbose_name = "Gangguan layanan"
