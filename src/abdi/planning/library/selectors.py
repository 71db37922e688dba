"""Reads of the library."""

from typing import Any

from django.db.models import Q, QuerySet

from abdi.planning.library.models import IkiTemplate

_TAKEN_OVER = (
    "text", "aspek", "perspektif", "arah", "target", "target_text", "satuan", "metric", "metric_scope",
)  # fmt: skip
_SEARCHED = ("jabatan", "text", "formula", "source")


def search(words: str = "", jenis: str = "") -> QuerySet[IkiTemplate]:
    """Templates in which every word occurs somewhere, by position; `jenis` keeps those for any kind too."""
    found = IkiTemplate.objects.all()
    for word in words.split():
        anywhere = Q()
        for field in _SEARCHED:
            anywhere |= Q(**{f"{field}__icontains": word})
        found = found.filter(anywhere)
    return found.filter(jenis__in=["", jenis]) if jenis else found


def find_template(uid: str) -> IkiTemplate | None:
    """Raises ValidationError for what is no uid."""
    return IkiTemplate.objects.filter(uid=uid).first()


def prefill(template: IkiTemplate) -> dict[str, Any]:
    """The fields of an `Iki` that somebody starts from."""
    return {name: getattr(template, name) for name in _TAKEN_OVER}
