from importlib import import_module

from django.apps import AppConfig


class MatrixConfig(AppConfig):
    name = "abdi.planning.matrix"
    label = "matrix"
    verbose_name = "Matriks peran hasil"

    def ready(self) -> None:
        import_module("abdi.planning.matrix.papers")
