"""How often each topic has changed."""

from django.db import models

from abdi.platform.tenancy.models import TenantModel


class Topic(TenantModel):
    """`version` rises by one with each change told; who reconnects compares it with the last he saw."""

    name = models.CharField(max_length=100)
    version = models.PositiveBigIntegerField(default=0)

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["instansi", "name"], name="topic_once")]

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"
