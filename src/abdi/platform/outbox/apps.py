from importlib import import_module

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "abdi.platform.outbox"
    verbose_name = "Kotak keluar"

    def ready(self) -> None:
        import_module("abdi.platform.outbox.tasks")
