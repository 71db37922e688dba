from django.apps import AppConfig


class HandoverConfig(AppConfig):
    name = "abdi.evaluation.handover"
    label = "handover"
    verbose_name = "Penyerahan hasil"
