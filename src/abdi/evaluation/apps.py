from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "abdi.evaluation"
    verbose_name = "Penilaian kinerja"
