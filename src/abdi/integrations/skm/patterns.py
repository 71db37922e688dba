"""Which signs the responses of a file bear. They are kept with the answers and told, and never refuse anything."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import pairwise

from django.utils import timezone

from abdi.integrations.skm.counting import Around
from abdi.integrations.skm.responses import Response
from abdi.voice.surveys.enums import Channel
from abdi.voice.surveys.signs import Circumstances, Sign, signs_of

Device = tuple[str, date]


def signs_in(responses: Sequence[Response], around: Around) -> list[list[Sign]]:
    """The signs of each, in the same order; the hours are those of the clock in the current zone."""
    gaps, nights = _gaps(responses), Counter(_nights(responses, around))
    held = Counter((one.device, one.officer) for one in responses if _is_own(one))
    found, before = list[list[Sign]](), dict[str, int]()
    for one in responses:
        came_in = Circumstances(
            is_staff_browser=one.is_staff,
            address=one.address,
            offices=around.offices,
            gap=gaps.get(one.line),
            in_a_row=nights[one.device, timezone.localdate(one.at)] if _is_late(one, around) else 0,
            on_device=held[one.device, one.officer] if _is_own(one) else 0,
        )
        repeat = [Sign.REPEAT] if one.answers and one.answers == before else []
        found.append([*signs_of(one.answers, came_in), *repeat])
        before = dict(one.answers)
    return found


def lines_of(responses: Sequence[Response], signs: Sequence[Sequence[Sign]]) -> dict[str, list[int]]:
    """Sign → lines of the file that bear it; every sign is there."""
    found: dict[str, list[int]] = {str(sign): [] for sign in Sign}
    for one, borne in zip(responses, signs, strict=True):
        for sign in borne:
            found[sign].append(one.line)
    return found


def _gaps(responses: Sequence[Response]) -> dict[int, float]:
    """Line → seconds to the nearest other answer from the same device."""
    moments = defaultdict[str, list[tuple[float, int]]](list)
    for one in responses:
        if one.device and one.is_timed:
            moments[one.device].append((one.at.timestamp(), one.line))
    gaps = dict[int, float]()
    for told in moments.values():
        told.sort()
        for (first, line), (second, other) in pairwise(told):
            for place in (line, other):
                gaps[place] = min(second - first, gaps.get(place, second - first))
    return gaps


def _nights(responses: Sequence[Response], around: Around) -> Iterator[Device]:
    for one in responses:
        if _is_late(one, around):
            yield one.device, timezone.localdate(one.at)


def _is_late(one: Response, around: Around) -> bool:
    first, last = map(time.fromisoformat, around.hours)
    return bool(one.device) and one.is_timed and not first <= timezone.localtime(one.at).time() <= last


def _is_own(one: Response) -> bool:
    """From a device that is no kiosk, about somebody."""
    return bool(one.device and one.officer) and one.channel != Channel.KIOS
