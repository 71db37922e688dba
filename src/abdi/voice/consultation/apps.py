from importlib import import_module

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    name = "abdi.voice.consultation"
    label = "consultation"
    verbose_name = "Konsultasi publik"

    def ready(self) -> None:
        from abdi.facts.kinds import register
        from abdi.platform.citizens.erasing import when_erased
        from abdi.voice.consultation import facts, forgetting

        register(facts.ANSWERED, facts.ON_TIME)
        when_erased(forgetting.forget_citizen)
        import_module("abdi.voice.consultation.tasks")
