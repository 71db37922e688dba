from django.apps import AppConfig


class OnboardingConfig(AppConfig):
    name = "abdi.adoption.onboarding"
    label = "onboarding"
    verbose_name = "Langkah pertama"
