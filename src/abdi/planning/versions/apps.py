from django.apps import AppConfig


class VersionsConfig(AppConfig):
    name = "abdi.planning.versions"
    label = "versions"
    verbose_name = "Versi SKP"
