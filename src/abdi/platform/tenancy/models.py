"""The base of everything an instansi owns."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import uuid4

from django.db import models

from abdi.platform.tenancy.instansi import Instansi
from abdi.platform.tenancy.scope import NoInstansi, current_instansi

__all__ = ["Instansi", "TenantManager", "TenantModel", "TenantQuerySet"]

M = TypeVar("M", bound="TenantModel")


class TenantQuerySet(models.QuerySet[M]):
    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        rows = list(objs)
        for row in rows:
            row.claim()
        return super().bulk_create(rows, *args, **kwargs)


class TenantManager(models.Manager[M]):
    """Only rows of the current instansi exist here; without one, reading is a defect."""

    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(instansi=current_instansi())


class TenantModel(models.Model):
    """Owned by one instansi. `objects` is scoped to it; `everywhere` is for the platform's own work."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, editable=False, related_name="+")

    objects = TenantManager.from_queryset(TenantQuerySet)()
    everywhere = models.Manager()

    class Meta:
        abstract = True
        default_manager_name = "objects"
        base_manager_name = "everywhere"

    def claim(self) -> None:
        """Take the current instansi, and refuse to write for another one."""
        instansi = current_instansi()
        if self.instansi_id is None:
            self.instansi = instansi
        elif self.instansi_id != instansi.pk:
            raise NoInstansi(
                f"{self._meta.label} of instansi {self.instansi_id} written in the scope of {instansi.pk}"
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.claim()
        super().save(*args, **kwargs)
