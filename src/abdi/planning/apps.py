from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "abdi.planning"
    verbose_name = "Perencanaan kinerja"
