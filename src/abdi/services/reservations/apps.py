from importlib import import_module

from django.apps import AppConfig


class ReservationsConfig(AppConfig):
    name = "abdi.services.reservations"
    label = "reservations"
    verbose_name = "Reservasi"

    def ready(self) -> None:
        import_module("abdi.services.reservations.tasks")
