from django.apps import AppConfig


class MatrixConfig(AppConfig):
    name = "abdi.planning.matrix"
    label = "matrix"
    verbose_name = "Matriks peran hasil"
