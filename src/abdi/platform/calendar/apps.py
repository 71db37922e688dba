from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "abdi.platform.calendar"
    verbose_name = "Kalender kerja"
