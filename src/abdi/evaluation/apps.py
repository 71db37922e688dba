from importlib import import_module

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "abdi.evaluation"
    verbose_name = "Penilaian kinerja"

    def ready(self) -> None:
        import_module("abdi.evaluation.papers")
