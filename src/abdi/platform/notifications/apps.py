from importlib import import_module

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "abdi.platform.notifications"
    verbose_name = "Pemberitahuan"

    def ready(self) -> None:
        import_module("abdi.platform.notifications.email")
