from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntegrationsConfig(AppConfig):
    name = "abdi.integrations"
    verbose_name = _("integrasi")

    def ready(self) -> None:
        from abdi.integrations.figures import facts  # the kinds that come in through this edge

        facts.register_kinds()
