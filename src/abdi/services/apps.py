from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "abdi.services"
    verbose_name = "Layanan publik"

    def ready(self) -> None:
        from abdi.services import facts  # the kinds this context records

        facts.register_kinds()
