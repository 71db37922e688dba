from django.apps import AppConfig


class FollowersConfig(AppConfig):
    name = "abdi.platform.followers"
    label = "followers"
    verbose_name = "Pengikut"
