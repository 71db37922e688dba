"""Reports of the same thing: near by, of the same kind, in similar words, open or not long ago.

Suggested to whoever is about to report it again, and to whoever may merge; `rows` is what he may see. A rectangle is
asked of the index, the circle and the words of the few inside are looked at here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import cos, degrees, radians

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from abdi.organisation.models import Unit
from abdi.platform.earth import RADIUS, Degrees, distance
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Category, Complaint
from abdi.voice.complaints.reading.selectors import wording
from abdi.voice.complaints.reading.words import likeness, terms_of

NEAR = 250  # metres: one street, as far as a pin put with a thumb may be off
RECENT = timedelta(days=60)  # a closed report is worth showing so long: it may be the same lamp again
MOST_LOOKED_AT, MOST_SHOWN = 200, 5
ENOUGH = 0.35  # of the best possible score
_WORDS, _PLACE, _KIND = 0.5, 0.35, 0.15  # what a score is made of; without a place the words say the rest
_NEVER_OFFERED = (Status.ARSIP, Status.DIGABUNG, Status.DICABUT, Status.BUKAN_WEWENANG)


@dataclass(frozen=True, slots=True)
class Similar:
    """`metres` is None where either has no place; `likeness` from 0 to 1; `reporters`: how many reported it so far."""

    complaint: Complaint
    metres: int | None
    likeness: float
    is_open: bool
    reporters: int


def nearby(
    rows: QuerySet[Complaint],
    *,
    lat: float | None = None,
    lon: float | None = None,
    category: Category | None = None,
    unit: Unit | None = None,
    text: str = "",
    excluding: Complaint | None = None,
    at: datetime | None = None,
) -> list[Similar]:
    """The likeliest duplicates among `rows`, best first. One query; none without a place, a category or a unit."""
    place = (lat, lon) if lat is not None and lon is not None else None
    where = _around(*place) if place else _of(category, unit)
    if where is None:
        return []
    words = terms_of(text)
    found = (
        _compared(one, reporters, place, category, words)
        for one, reporters in _candidates(rows.filter(where), excluding, at)
    )
    return sorted(filter(None, found), key=lambda one: -one.likeness)[:MOST_SHOWN]


def _around(lat: float, lon: float) -> Q:
    """The rectangle around the circle; at a pole it has every longitude."""
    high = degrees(NEAR / RADIUS)
    wide = min(180.0, high / max(cos(radians(lat)), 1e-6))
    return Q(lat__range=(lat - high, lat + high), lon__range=(lon - wide, lon + wide))


def _of(category: Category | None, unit: Unit | None) -> Q | None:
    """Without a place: of the same category, or of the same unit. Words decide."""
    if category:
        return Q(category=category)
    return Q(unit=unit) | Q(unit_assigned=unit) if unit else None


def _candidates(
    rows: QuerySet[Complaint], excluding: Complaint | None, at: datetime | None
) -> list[tuple[Complaint, int]]:
    """Each with how many reported it: himself, and everybody merged into his report."""
    since = (at or timezone.now()) - RECENT
    rows = rows.exclude(status__in=_NEVER_OFFERED).filter(Q(closed_at=None) | Q(closed_at__gte=since))
    if excluding:
        rows = rows.exclude(pk=excluding.pk)
    counted = rows.annotate(merged=Count("duplicates")).select_related("category", "unit_assigned")
    return [(one, 1 + one.merged) for one in counted.order_by("-received_at")[:MOST_LOOKED_AT]]


def _compared(
    one: Complaint,
    reporters: int,
    place: Degrees | None,
    category: Category | None,
    words: set[str],
) -> Similar | None:
    """None where it is too far, or too different."""
    its = (one.lat, one.lon) if one.lat is not None and one.lon is not None else None
    metres = distance(place, its) if place and its else None
    if metres is not None and metres > NEAR:
        return None
    alike = likeness(words, terms_of(wording(one)))
    near = alike if metres is None else 1 - metres / NEAR
    same_kind = category is not None and one.category_id == category.pk
    score = _WORDS * alike + _PLACE * near + _KIND * same_kind
    if score < ENOUGH:
        return None
    return Similar(one, None if metres is None else round(metres), score, not one.is_ended, reporters)
