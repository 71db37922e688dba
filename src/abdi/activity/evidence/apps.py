from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "abdi.activity.evidence"
    label = "evidence"
    verbose_name = "Bukti dukung"
