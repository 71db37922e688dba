from django.apps import AppConfig


class QueueConfig(AppConfig):
    name = "abdi.services.queue"
    label = "queue"
    verbose_name = "Antrean"
