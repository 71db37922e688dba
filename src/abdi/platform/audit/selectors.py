"""Reading the trail. Whose a row is says its chain, which the hash covers."""

from datetime import date

from django.db import models
from django.db.models import Q, QuerySet

from abdi.platform.audit.models import AuditEntry
from abdi.platform.audit.trail import chain_of
from abdi.platform.tenancy.scope import current_instansi


def history_of(subject: models.Model) -> QuerySet[AuditEntry]:
    """What was done to one thing of the current instansi, newest first, with who did it."""
    rows = AuditEntry.objects.filter(
        chain=chain_of(current_instansi()),
        subject_type=subject._meta.label_lower,
        subject_id=str(getattr(subject, "uid", subject.pk)),
    )
    return rows.select_related("actor").order_by("-sequence")


def trail(*, words: str = "", source: str = "", since: date | None = None) -> QuerySet[AuditEntry]:
    """The trail of the current instansi, newest first; `words` in who did it or in the tag, `source` a context."""
    rows = AuditEntry.objects.filter(chain=chain_of(current_instansi())).select_related("actor")
    if words:
        rows = rows.filter(
            Q(actor__name__icontains=words) | Q(actor__username__icontains=words) | Q(tag__icontains=words)
        )
    if source:
        rows = rows.filter(tag__startswith=f"{source}:")
    if since:
        rows = rows.filter(at__date__gte=since)
    return rows.order_by("-sequence")
