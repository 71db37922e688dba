from importlib import import_module

from django.apps import AppConfig


class BatchesConfig(AppConfig):
    name = "abdi.platform.batches"
    label = "batches"
    verbose_name = "Dokumen massal"

    def ready(self) -> None:
        import_module("abdi.platform.batches.tasks")
