from django.apps import AppConfig


class ReservationsConfig(AppConfig):
    name = "abdi.services.reservations"
    label = "reservations"
    verbose_name = "Reservasi"
