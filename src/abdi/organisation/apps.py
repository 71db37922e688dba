from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "abdi.organisation"
    verbose_name = "Organisasi"
