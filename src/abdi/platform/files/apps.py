from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "abdi.platform.files"
    verbose_name = "Berkas"
