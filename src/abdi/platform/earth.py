"""How far apart two places are."""

import math

RADIUS = 6_371_008.8  # metres, mean radius of GRS 80 (Moritz, Journal of Geodesy 74, 2000)

Degrees = tuple[float, float]  # latitude, longitude


def distance(one: Degrees, other: Degrees) -> float:
    """Metres along the Earth's surface, by the haversine formula (Sinnott, Sky & Telescope 68, 1984)."""
    south, north = math.radians(one[0]), math.radians(other[0])
    across = math.radians(other[1] - one[1])
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(across / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(min(1.0, half)))
