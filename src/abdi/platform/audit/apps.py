from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "abdi.platform.audit"
    verbose_name = "Jejak audit"
