from importlib import import_module

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    name = "abdi.voice.complaints.reading"
    label = "complaint_reading"
    verbose_name = "Bacaan pengaduan"

    def ready(self) -> None:
        import_module("abdi.voice.complaints.reading.tasks")
