from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "abdi.organisation.areas"
    label = "areas"
    verbose_name = "Wilayah"
