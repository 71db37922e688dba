from django.apps import AppConfig


class CalibrationConfig(AppConfig):
    name = "abdi.evaluation.calibration"
    label = "calibration"
    verbose_name = "Kalibrasi"
