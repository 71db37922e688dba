from importlib import import_module

from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "abdi.facts"
    verbose_name = "Buku fakta"

    def ready(self) -> None:
        import_module("abdi.facts.tasks")
