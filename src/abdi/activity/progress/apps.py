from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "abdi.activity.progress"
    label = "progress"
    verbose_name = "Progres harian"
