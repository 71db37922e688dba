from importlib import import_module

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "abdi.voice.projects"
    label = "projects"
    verbose_name = "Proyek partisipatif"

    def ready(self) -> None:
        from abdi.voice.projects import facts

        facts.register_kinds()
        import_module("abdi.voice.projects.tasks")
