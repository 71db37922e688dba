from importlib import import_module

from django.apps import AppConfig


class HandoverConfig(AppConfig):
    name = "abdi.evaluation.handover"
    label = "handover"
    verbose_name = "Penyerahan hasil"

    def ready(self) -> None:
        import_module("abdi.evaluation.handover.tasks")
