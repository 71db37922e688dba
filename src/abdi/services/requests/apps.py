from importlib import import_module

from django.apps import AppConfig


class RequestsConfig(AppConfig):
    name = "abdi.services.requests"
    label = "requests"
    verbose_name = "Permohonan"

    def ready(self) -> None:
        for registers in ("papers", "tasks"):
            import_module(f"abdi.services.requests.{registers}")
