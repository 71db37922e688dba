from django.apps import AppConfig


class ObjectionConfig(AppConfig):
    name = "abdi.evaluation.objection"
    label = "objection"
    verbose_name = "Keberatan"
