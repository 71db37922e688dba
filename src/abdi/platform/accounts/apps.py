from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "abdi.platform.accounts"
    verbose_name = "Akun"
