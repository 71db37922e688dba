"""What the public pages of a service show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from abdi.measurement.minimum import MINIMUM_N
from abdi.measurement.selectors import latest
from abdi.measurement.types import Measured, Scope
from abdi.organisation.models import Layanan
from abdi.services.hours.selectors import opening, openings
from abdi.services.reservations.models import Slot
from abdi.services.standards.components import COMPONENTS, DELIVERY, changes
from abdi.services.standards.enums import StandarStatus, TimeUnit
from abdi.services.standards.models import Standar
from abdi.services.standards.policies import comments_until, takes_comments
from abdi.services.standards.search import Found
from abdi.services.standards.selectors import maklumat_of, standar_in_force
from abdi.web.public.catalogue.linked_data import government_service

# what is measured in the same kind of time as was promised: inside the office's hours, or on the calendar
_IN_HOURS, _ON_CALENDAR = "service.working_time", "service.lead_time"


@dataclass(frozen=True, slots=True)
class Reality:
    """The measured time beside the promised one, in the newest window there is."""

    median: Measured
    p90: Measured | None


def rows(found: Sequence[Found]) -> list[dict[str, Any]]:
    """Services with whether each is open now; the queries do not grow with them."""
    now = openings([one.layanan for one in found], timezone.now())
    return [
        {
            "layanan": one.layanan,
            "standar": one.standar,
            "time": COMPONENTS[2].lines(one.standar) if one.standar else [],
            "fee": COMPONENTS[3].lines(one.standar) if one.standar else [],
            "opening": now[one.layanan.pk],
        }
        for one in found
    ]


def find_layanan(code: str) -> Layanan:
    """One that is offered today. Raises Http404."""
    found = Layanan.objects.on(timezone.localdate()).filter(code=code, is_incomplete=False)
    layanan = found.select_related("unit").first()
    if layanan is None:
        raise Http404
    return layanan


def find_draft(code: str) -> Standar:
    """The draft that the public may read: published, and not decided yet. Raises Http404."""
    layanan = find_layanan(code)
    standar = layanan.standar.filter(status=StandarStatus.TANGGAPAN).first()
    if standar is None:
        raise Http404
    return standar


def layanan_context(layanan: Layanan, address: str) -> dict[str, Any]:
    today, now = timezone.localdate(), timezone.now()
    standar = standar_in_force(layanan, today)
    parts = [(one, one.lines(standar)) for one in COMPONENTS] if standar else []
    return {
        "layanan": layanan,
        "standar": standar,
        "delivery": parts[:DELIVERY],
        "making": parts[DELIVERY:],
        "opening": opening(unit=layanan.unit, layanan=layanan, at=now),
        "reality": measured_time(layanan, standar),
        "minimum_n": MINIMUM_N,
        "maklumat": maklumat_of(layanan.unit, today),
        "draft": layanan.standar.filter(status=StandarStatus.TANGGAPAN).first(),
        "ways": _ways(layanan, standar, today),
        "linked_data": government_service(layanan, standar, address),
    }


def draft_context(standar: Standar, today: date) -> dict[str, Any]:
    before = standar_in_force(standar.layanan, today)
    return {
        "standar": standar,
        "layanan": standar.layanan,
        "parts": [(one, one.lines(standar)) for one in COMPONENTS],
        "changes": changes(before, standar) if before else [],
        "until": comments_until(standar),
        "is_open": takes_comments(standar),
        "answered": standar.comments.exclude(is_accepted=None),
    }


def measured_time(layanan: Layanan, standar: Standar | None) -> Reality | None:
    """Kept values only: nothing is measured while somebody waits for the page."""
    in_hours = standar is not None and standar.time_unit in (TimeUnit.MENIT, TimeUnit.JAM)
    metric = _IN_HOURS if in_hours else _ON_CALENDAR
    found = latest([f"{metric}.median", f"{metric}.p90"], scope=Scope("layanan", str(layanan.pk)))
    medians = [one for one in found if one.metric.endswith(".median")]
    if not medians:
        return None
    newest = max(medians, key=lambda one: (one.window.end or date.max, one.window.start or date.min))
    p90 = [one for one in found if one.metric.endswith(".p90") and one.window == newest.window]
    return Reality(newest, p90[0] if p90 else None)


def to_bring(layanan: Layanan, on: date) -> Sequence[str]:
    """What the standar in force asks for."""
    standar = standar_in_force(layanan, on)
    return COMPONENTS[0].lines(standar) if standar else []


def _ways(layanan: Layanan, standar: Standar | None, today: date) -> dict[str, str]:
    """Where to go from here: what the unit has set up, and no dead end."""
    ways = {}
    if pool := layanan.pools.filter(is_active=True).first():
        ways["ticket"] = reverse("public:queue_take", args=[pool.uid, layanan.uid])
    if Slot.objects.filter(pool__layanan=layanan).exclude(valid_until__lt=today).exists():
        ways["reserve"] = reverse("public:reserve", args=[layanan.uid])
    if standar:
        ways["file"] = f"{reverse('public:apply')}?{urlencode({'layanan': layanan.code})}"
    return ways
