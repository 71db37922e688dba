from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    name = "abdi.voice.consultation"
    label = "consultation"
    verbose_name = "Konsultasi publik"
