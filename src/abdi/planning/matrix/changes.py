"""What changed in the leader's plan since an employee took something of it over."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from abdi.planning.matrix.models import MatrixCell
from abdi.planning.models import Rhk, Skp


def changes_above(skp: Skp) -> list[str]:
    """In words, one sentence a change; empty while all stands as it was seen. Three queries."""
    return [*_results(skp), *(said for cell in taken_cells(skp) for said in _column(cell))]


def taken_cells(skp: Skp) -> QuerySet[MatrixCell]:
    """The cells an RHK of this SKP came of."""
    return MatrixCell.objects.filter(rhk__skp=skp).select_related("rhk", "iki__rhk")


def results_named(uids: Iterable[UUID | None]) -> dict[UUID | None, Rhk]:
    """Uid → the leader's RHK; those that are gone are absent."""
    return {one.uid: one for one in Rhk.objects.filter(uid__in=list(uids))}


def _results(skp: Skp) -> Iterator[str]:
    served = list(skp.rhk.exclude(intervened_uid=None))
    above = results_named(rhk.intervened_uid for rhk in served)
    for rhk in served:
        source = above.get(rhk.intervened_uid)
        now = source.text if source else None
        said = {"mine": rhk.text, "then": rhk.intervened_text, "now": now}
        if now is None:
            yield _("RHK pimpinan “%(then)s” sudah tidak ada; RHK Anda “%(mine)s” mendukungnya.") % said
        elif now != rhk.intervened_text:
            yield (
                _("RHK pimpinan “%(then)s” kini berbunyi “%(now)s”; RHK Anda “%(mine)s” mendukungnya.") % said
            )


def _column(cell: MatrixCell) -> Iterator[str]:
    if cell.iki is None:
        yield _("IKI pimpinan “%s” sudah dihapus.") % cell.seen["iki"]
        return
    now, then = cell.looks(), cell.seen
    said = {key: now[key] for key in now} | {f"{key}_then": then[key] for key in then}
    if now["iki"] != then["iki"]:
        yield _("IKI pimpinan “%(iki_then)s” kini berbunyi “%(iki)s”.") % said
    if now["target"] != then["target"]:
        yield _("Target IKI pimpinan “%(iki)s” berubah dari %(target_then)s menjadi %(target)s.") % said
    if now["text"] != then["text"]:
        yield _("Peran Anda di matriks, “%(text_then)s”, kini berbunyi “%(text)s”.") % said
