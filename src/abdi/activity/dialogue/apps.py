from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "abdi.activity.dialogue"
    label = "dialogue"
    verbose_name = "Dialog dan bimbingan kinerja"
