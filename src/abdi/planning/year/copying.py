"""Copying rows of one SKP into another."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import uuid4

from abdi.measurement.catalogue import catalogue
from abdi.planning.enums import MetricScope
from abdi.planning.models import AnnexLine, Ekspektasi, Iki, Rhk, Skp
from abdi.platform.tenancy.models import TenantModel

M = TypeVar("M", bound=TenantModel)
_OWN = {"id", "uid", "instansi"}
_NEW_YEAR = {"intervened_uid": None}  # the leader's RHK of last year is not this year's


def copy_content(source: Skp, target: Skp) -> list[Iki]:
    """RHK, IKI, ekspektasi and annex; returns the IKI whose metric is gone and which are reported by hand now.

    The same number of queries however long the plan. Nothing of a realisation belongs to a plan.
    """
    results = list(source.rhk.prefetch_related("iki"))
    copies = dict(
        zip(results, Rhk.objects.bulk_create(_twins(results, skp=target, **_NEW_YEAR)), strict=True)
    )
    indicators = [_still_measured(iki, copies[rhk]) for rhk in results for iki in rhk.iki.all()]
    Iki.objects.bulk_create(iki for iki, _ in indicators)
    Ekspektasi.objects.bulk_create(_twins(source.ekspektasi.all(), skp=target))
    AnnexLine.objects.bulk_create(_twins(source.annex.all(), skp=target))
    return [iki for iki, lost in indicators if lost]


def _still_measured(iki: Iki, rhk: Rhk) -> tuple[Iki, bool]:
    """Its copy, and whether it lost its metric: the catalogue may have changed since."""
    lost = bool(iki.metric) and iki.metric not in catalogue()
    by_hand = {"metric": "", "metric_scope": MetricScope.PETUGAS} if lost else {}
    return _twin(iki, rhk=rhk, **by_hand), lost


def _twins(rows: Iterable[M], **changes: Any) -> list[M]:
    return [_twin(row, **changes) for row in rows]


def _twin(row: M, **changes: Any) -> M:
    """An unsaved row with the same content."""
    kept = {
        field.name: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in _OWN and field.name not in changes and not field.is_relation
    }
    return type(row)(**kept, **changes, uid=uuid4())
