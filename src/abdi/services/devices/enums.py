"""Kinds of machine."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeviceKind(models.TextChoices):
    KIOS = "kios", _("Kios nomor")
    SURVEI = "survei", _("Kios survei")
