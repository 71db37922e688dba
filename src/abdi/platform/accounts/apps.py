from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "abdi.platform.accounts"
    verbose_name = "Akun"

    def ready(self) -> None:
        import_module("abdi.platform.accounts.sign_ins")
