from importlib import import_module

from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    name = "abdi.voice.complaints"
    label = "complaints"
    verbose_name = "Pengaduan"

    def ready(self) -> None:
        import_module("abdi.voice.complaints.tasks")
