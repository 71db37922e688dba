from django.apps import AppConfig


class ContestConfig(AppConfig):
    name = "abdi.evaluation.contest"
    label = "contest"
    verbose_name = "Sanggahan data"
