from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    name = "abdi.voice.complaints"
    label = "complaints"
    verbose_name = "Pengaduan"
