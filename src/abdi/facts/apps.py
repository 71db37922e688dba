from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "abdi.facts"
    verbose_name = "Buku fakta"
