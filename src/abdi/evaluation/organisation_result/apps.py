from django.apps import AppConfig


class OrganisationResultConfig(AppConfig):
    name = "abdi.evaluation.organisation_result"
    label = "organisation_result"
    verbose_name = "Capaian organisasi"
