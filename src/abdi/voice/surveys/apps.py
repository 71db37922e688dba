from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "abdi.voice.surveys"
    label = "surveys"
    verbose_name = "Survei kepuasan"
