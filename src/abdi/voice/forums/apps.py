from django.apps import AppConfig


class ForumsConfig(AppConfig):
    name = "abdi.voice.forums"
    label = "forums"
    verbose_name = "Forum konsultasi publik"
