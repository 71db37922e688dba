from django.apps import AppConfig


class RecusalConfig(AppConfig):
    name = "abdi.evaluation.recusal"
    label = "recusal"
    verbose_name = "Benturan kepentingan"
