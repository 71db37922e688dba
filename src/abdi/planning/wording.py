"""An indicator's target as people read it."""

from abdi.planning.enums import Arah
from abdi.planning.models import Iki
from abdi.platform.ui import formats

_SIGN = {Arah.NAIK: "≥", Arah.TURUN: "≤"}


def target_text(iki: Iki) -> str:
    """≥ 90 % · ≤ 3 hari · 2–4 hari · the words where it has no number."""
    bounds = [bound.normalize() for bound in iki.bounds]
    if not bounds:
        return iki.target_text
    if len(bounds) > 1:
        return formats.interval(bounds[0], bounds[-1], unit=iki.satuan)
    target = formats.number(bounds[0])
    return formats.with_unit(f"{_SIGN[Arah(iki.arah)]}{formats.NBSP}{target}", iki.satuan)
