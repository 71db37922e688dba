from django.apps import AppConfig


class TenancyConfig(AppConfig):
    name = "abdi.platform.tenancy"
    verbose_name = "Instansi"
