from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "abdi.voice"
    verbose_name = "Suara warga"

    def ready(self) -> None:
        from abdi.voice import facts  # the kinds this context records

        facts.register_kinds()
