from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "abdi.demo"
    verbose_name = "Data contoh"
