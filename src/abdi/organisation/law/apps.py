from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "abdi.organisation.law"
    label = "law"
    verbose_name = "Ketentuan instansi"
