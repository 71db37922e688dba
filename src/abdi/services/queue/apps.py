from importlib import import_module

from django.apps import AppConfig


class QueueConfig(AppConfig):
    name = "abdi.services.queue"
    label = "queue"
    verbose_name = "Antrean"

    def ready(self) -> None:
        import_module("abdi.services.queue.tasks")
