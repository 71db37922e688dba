from django.apps import AppConfig


class CitizensConfig(AppConfig):
    name = "abdi.platform.citizens"
    label = "citizens"
    verbose_name = "Warga"
