from importlib import import_module

from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "abdi.activity.dialogue"
    label = "dialogue"
    verbose_name = "Dialog dan bimbingan kinerja"

    def ready(self) -> None:
        import_module("abdi.activity.dialogue.papers")
