from importlib import import_module

from django.apps import AppConfig


class ForumsConfig(AppConfig):
    name = "abdi.voice.forums"
    label = "forums"
    verbose_name = "Forum konsultasi publik"

    def ready(self) -> None:
        from abdi.voice.forums import facts

        facts.register_kinds()
        import_module("abdi.voice.forums.papers")
