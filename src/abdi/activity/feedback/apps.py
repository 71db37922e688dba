from importlib import import_module

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "abdi.activity.feedback"
    label = "feedback"
    verbose_name = "Umpan balik"

    def ready(self) -> None:
        import_module("abdi.activity.feedback.tasks")
