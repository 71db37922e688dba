from importlib import import_module

from django.apps import AppConfig


class FollowersConfig(AppConfig):
    name = "abdi.platform.followers"
    label = "followers"
    verbose_name = "Pengikut"

    def ready(self) -> None:
        for handlers in ("letters", "pushing"):
            import_module(f"abdi.platform.followers.{handlers}")
