"""Where a report lies on a map that everybody sees: never so exactly that it says who reported."""

from collections import defaultdict
from collections.abc import Iterable

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from abdi.organisation.areas.models import Area
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.selectors import public_place
from abdi.web.maps import MOST, Drawing, Pin, View, draw, parse_view, whole_view

STREET = 4  # decimals, about 11 m: a lamp or a hole is found, a door is not
_CLUSTER = 18  # pixels on the map within which several are one pin
_STEP = 2  # of the zoom, from several to the nearer map
MOST_PINS = 1_000

Point = tuple[float, float]


def public_point(one: Complaint) -> tuple[float, float] | None:
    """(lat, lon), rounded; of a report from home as the room itself gives it away, so that no two roundings of one
    place can be laid over each other."""
    place = public_place(one)
    if place is None or place.lat is None or place.lon is None:
        return None
    return (place.lat, place.lon) if one.is_at_home else (round(place.lat, STREET), round(place.lon, STREET))


def pins_of(rows: Iterable[Complaint], view: View, query: QueryDict) -> list[Pin]:
    """One pin for all that lie together at this zoom. One alone leads to its page, several to a nearer map of the
    same list (`query`)."""
    together: dict[tuple[int, int], list[tuple[Point, Complaint]]] = defaultdict(list)
    for one in rows:
        if point := public_point(one):
            x, y = view.xy(*point)
            together[round(x / _CLUSTER), round(y / _CLUSTER)].append((point, one))
    return [_pin(found, view, query) for found in together.values()]


def overview(rows: Iterable[Complaint], areas: list[Area], query: QueryDict | None = None) -> Drawing | None:
    """The map of a list, as near as `view` in its query says; None for an instansi without outlines."""
    query = query or QueryDict()
    view = parse_view(query.get("view", "")) or whole_view(areas)
    return draw(areas, view, pins_of(rows, view, query)) if view else None


def nearer(query: QueryDict, view: View) -> str:
    """The address of the same list with another map."""
    asked = query.copy()
    asked["view"] = str(view)
    return f"?{asked.urlencode()}"


def _pin(found: list[tuple[Point, Complaint]], view: View, query: QueryDict) -> Pin:
    (lat, lon), first = found[0]
    if len(found) == 1:
        name = _("%(number)s, %(status)s") % {"number": first.number, "status": first.get_status_display()}
        return Pin(lat, lon, name, reverse("public:complaint_public", args=[first.number]))
    name = ngettext("%d laporan", "%d laporan", len(found)) % len(found)
    closer = View(lat, lon, min(MOST, view.zoom + _STEP))
    return Pin(lat, lon, name, nearer(query, closer), count=len(found))
