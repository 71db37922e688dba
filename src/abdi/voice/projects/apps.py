from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "abdi.voice.projects"
    label = "projects"
    verbose_name = "Proyek partisipatif"
