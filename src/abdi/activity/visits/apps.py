from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "abdi.activity.visits"
    label = "visits"
    verbose_name = "Kunjungan lapangan"
