from django.apps import AppConfig


class HoursConfig(AppConfig):
    name = "abdi.services.hours"
    label = "hours"
    verbose_name = "Jam layanan"
