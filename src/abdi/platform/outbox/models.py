"""Side effects, written in the transaction that causes them and delivered afterwards by a worker."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.tenancy.models import Instansi

MAX_ATTEMPTS = 8
LEASE = timedelta(minutes=10)


def backoff(attempts: int) -> timedelta:
    """How long a message rests after its n-th attempt: half a minute, doubling, at most six hours."""
    doublings: int = 2 ** (attempts - 1)
    return min(timedelta(seconds=30) * doublings, timedelta(hours=6))


class MessageQuerySet(models.QuerySet["Message"]):
    def undelivered(self) -> Self:
        return self.filter(delivered_at=None)

    def due(self, now: datetime) -> Self:
        return self.undelivered().filter(attempts__lt=MAX_ATTEMPTS, available_at__lte=now)

    def dead(self, now: datetime) -> Self:
        """Given up on: every attempt failed and the last one is over."""
        return self.undelivered().filter(attempts__gte=MAX_ATTEMPTS, available_at__lte=now)


class Message(models.Model):
    """One effect to bring about outside. (instansi, topic, key) is its identity: the same key is one message."""

    instansi = models.ForeignKey(
        Instansi, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    topic = models.CharField(_("topik"), max_length=100)
    key = models.CharField(_("kunci"), max_length=200)
    payload = models.JSONField(_("isi"), default=dict)
    created_at = models.DateTimeField(_("dibuat"), default=timezone.now, editable=False)
    # a claim moves this into the future: it is the claim's lease and the next attempt's time at once
    available_at = models.DateTimeField(_("tersedia sejak"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    delivered_at = models.DateTimeField(_("terkirim"), null=True, blank=True)
    last_error = models.TextField(_("galat terakhir"), blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = verbose_name_plural = _("pesan keluar")
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "topic", "key"],
                name="outbox_key_once",
                violation_error_message=_("Pesan dengan kunci ini sudah ada."),
            ),
            models.UniqueConstraint(
                fields=["topic", "key"],
                condition=Q(instansi=None),
                name="outbox_system_key_once",
                violation_error_message=_("Pesan dengan kunci ini sudah ada."),
            ),
        ]
        indexes = [
            models.Index(fields=["available_at"], condition=Q(delivered_at=None), name="outbox_waiting"),
            models.Index(fields=["delivered_at"], name="outbox_delivered"),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.key}"


class ScheduledRun(models.Model):
    """That a schedule had its turn in a period. The constraint makes every turn happen once."""

    name = models.CharField(max_length=100)
    period = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["name", "period"], name="outbox_one_run_a_period")]

    def __str__(self) -> str:
        return f"{self.name} {self.period}"


class Heartbeat(models.Model):
    """When a worker was last seen alive."""

    worker = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.worker
