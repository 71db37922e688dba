from importlib import import_module

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "abdi.voice.surveys"
    label = "surveys"
    verbose_name = "Survei kepuasan"

    def ready(self) -> None:
        from abdi.services.endings import when_served, when_withdrawn
        from abdi.voice.surveys.minting import on_served, on_withdrawn

        import_module("abdi.voice.surveys.tasks")
        when_served(on_served)
        when_withdrawn(on_withdrawn)
