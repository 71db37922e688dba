"""How an answer comes in, from what the device itself remembers of those before: the server keeps none of it."""

from dataclasses import asdict, dataclass, field, replace
from datetime import datetime

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from abdi.organisation.models import Layanan, Unit
from abdi.platform.accounts.middleware import KNOWN_BROWSER
from abdi.platform.encryption import keyed_digest
from abdi.services.devices.models import Device
from abdi.services.hours.selectors import opening
from abdi.voice.surveys.models import Instrument, Token
from abdi.voice.surveys.signs import Circumstances

COOKIE, SALT = "abdi_survei", "surveys.device"
LIFE = 90 * 24 * 60 * 60  # seconds; a quarter, as most survey periods last
MOST_OFFICERS = 30  # remembered by one device; a cookie is no ledger


@dataclass(frozen=True, slots=True)
class Memory:
    """`last`: when it answered, in seconds; `late`: how often outside opening hours on `day`; `about`: per officer."""

    last: float = 0
    day: str = ""
    late: int = 0
    about: dict[str, int] = field(default_factory=dict)


def memory_of(request: HttpRequest) -> Memory:
    """Empty for a device that never answered, and for a cookie that is not ours."""
    try:
        return Memory(**signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LIFE))
    except (signing.BadSignature, TypeError):
        return Memory()


def grown(memory: Memory, *, unit: Unit, layanan: Layanan, officer: str = "") -> Memory:
    """As the device remembers once this answer is in."""
    now = timezone.localtime()
    today = now.date().isoformat()
    late = memory.late if memory.day == today else 0
    about = dict(list(memory.about.items())[-MOST_OFFICERS:])
    if officer:
        about[officer] = about.get(officer, 0) + 1
    return Memory(now.timestamp(), today, late + _is_late(unit, layanan, now), about)


def around(
    request: HttpRequest, before: Memory, now: Memory, instrument: Instrument, officer: str = ""
) -> Circumstances:
    return Circumstances(
        is_staff_browser=KNOWN_BROWSER in request.COOKIES,
        address=request.META.get("REMOTE_ADDR", ""),
        offices=instrument.office_networks,
        gap=now.last - before.last if before.last else None,
        in_a_row=now.late,
        on_device=now.about.get(officer, 0),
    )


def at_phone(request: HttpRequest, token: Token) -> tuple[Circumstances, Memory]:
    """Of an answer by a link: what it bears, and what the device remembers from then on."""
    officer = keyed_digest(f"survei-petugas:{token.employee_id}")[:8] if token.employee_id else ""
    before = memory_of(request)
    now = grown(before, unit=token.unit, layanan=token.layanan, officer=officer)
    return around(request, before, now, token.instrument, officer), now


def at_machine(request: HttpRequest, device: Device, layanan: Layanan) -> tuple[Circumstances, Memory]:
    """At a kiosk, which stands in the office and is everybody's: neither its network nor its many answers tell."""
    before = memory_of(request)
    now = grown(before, unit=device.unit, layanan=layanan)
    found = around(request, before, now, Instrument())
    return replace(found, is_staff_browser=False), now


def remembered(response: HttpResponse, memory: Memory) -> HttpResponse:
    response.set_cookie(
        COOKIE,
        signing.dumps(asdict(memory), salt=SALT),
        max_age=LIFE,
        path=reverse("public:survey_kiosk").removesuffix("kios/"),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return response


def _is_late(unit: Unit, layanan: Layanan, now: datetime) -> int:
    return int(not opening(unit=unit, layanan=layanan, at=now).is_open)
