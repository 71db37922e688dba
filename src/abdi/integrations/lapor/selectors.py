"""How far the exchange is."""

from abdi.integrations.lapor.models import Exchange


def cursor() -> str:
    """Behind the last report that was taken or held back; empty before the first."""
    known = Exchange.objects.first()
    return known.cursor if known else ""
