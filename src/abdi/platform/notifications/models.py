"""What a person is told inside the application."""

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.tenancy.models import TenantManager, TenantModel, TenantQuerySet

N = TypeVar("N", bound="Notice")


class NoticeQuerySet(TenantQuerySet[N]):
    def of(self, recipient: User) -> Self:
        return self.filter(recipient=recipient)

    def unread(self) -> Self:
        return self.filter(read_at=None)


class Notice(TenantModel):
    """One thing a person should know, and where to act on it."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("jenis"), max_length=60)
    title = models.CharField(_("judul"), max_length=200)
    body = models.TextField(_("isi"), blank=True)
    url = models.CharField(_("tautan"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("dibuat"), default=timezone.now, editable=False)
    read_at = models.DateTimeField(_("dibaca"), null=True, blank=True)

    objects = TenantManager.from_queryset(NoticeQuerySet)()

    class Meta(TenantModel.Meta):
        ordering = ["-created_at", "-pk"]
        verbose_name = verbose_name_plural = _("pemberitahuan")
        indexes = [
            models.Index(fields=["recipient", "-created_at"], name="notice_of_recipient"),
            models.Index(fields=["recipient"], condition=Q(read_at=None), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return self.title
