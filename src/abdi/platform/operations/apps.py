from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "abdi.platform.operations"
    verbose_name = "Operasi"
