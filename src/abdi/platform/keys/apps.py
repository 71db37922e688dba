from django.apps import AppConfig


class KeysConfig(AppConfig):
    name = "abdi.platform.keys"
    label = "keys"
    verbose_name = "Kunci API"
