"""What a survey leads to: a sheet for the public, and a plan of what is done about it."""

from importlib import import_module

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "abdi.voice.surveys.publication"
    label = "survey_publication"
    verbose_name = "Publikasi survei"

    def ready(self) -> None:
        import_module("abdi.voice.surveys.publication.papers")
