from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "abdi.activity.feedback"
    label = "feedback"
    verbose_name = "Umpan balik"
