from importlib import import_module

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "abdi.activity.visits"
    label = "visits"
    verbose_name = "Kunjungan lapangan"

    def ready(self) -> None:
        from abdi.activity.visits import facts  # the kinds this room records

        facts.register_kinds()
        import_module("abdi.activity.visits.tasks")
