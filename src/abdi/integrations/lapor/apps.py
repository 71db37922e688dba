from importlib import import_module

from django.apps import AppConfig


class LaporConfig(AppConfig):
    name = "abdi.integrations.lapor"
    label = "lapor"
    verbose_name = "SP4N-LAPOR!"

    def ready(self) -> None:
        for module in ("outgoing", "tasks"):
            import_module(f"abdi.integrations.lapor.{module}")
