from django.apps import AppConfig


class IkiLibraryConfig(AppConfig):
    name = "abdi.planning.library"
    label = "iki_library"
    verbose_name = "Perpustakaan indikator"
