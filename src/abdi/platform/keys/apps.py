from importlib import import_module

from django.apps import AppConfig


class KeysConfig(AppConfig):
    name = "abdi.platform.keys"
    label = "keys"
    verbose_name = "Kunci API"

    def ready(self) -> None:
        import_module("abdi.platform.keys.tasks")
