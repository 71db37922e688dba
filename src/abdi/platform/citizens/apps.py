from importlib import import_module

from django.apps import AppConfig


class CitizensConfig(AppConfig):
    name = "abdi.platform.citizens"
    label = "citizens"
    verbose_name = "Warga"

    def ready(self) -> None:
        for registers in ("telling", "tasks"):
            import_module(f"abdi.platform.citizens.{registers}")
