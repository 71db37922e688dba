from django.apps import AppConfig


class VerificationConfig(AppConfig):
    name = "abdi.platform.verification"
    label = "verification"
    verbose_name = "Keaslian dokumen"
