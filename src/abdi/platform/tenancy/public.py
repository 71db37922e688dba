"""Whose public pages a host shows."""

from django.conf import settings
from django.db.models import Case, IntegerField, Value, When
from django.http.request import split_domain_port

from abdi.platform.tenancy.models import Instansi

_BY_HOST, _BY_SETTING, _WITHOUT_HOST, _ELSEWHERE = range(4)


def public_instansi(host: str) -> Instansi | None:
    """The one at this host; else the one `ABDI_INSTANSI` names; else one without a host of its own; else the only one.

    None where several have hosts and this is none of theirs: a mistyped name must not show one office's pages
    as if they were another's. One query; the port counts only where the instansi's own address names it.
    """
    domain, _port = split_domain_port(host.lower())
    order = Case(
        When(host__in=[host.lower(), domain], then=Value(_BY_HOST)),
        When(code=settings.ABDI_INSTANSI, then=Value(_BY_SETTING)),
        When(host="", then=Value(_WITHOUT_HOST)),
        default=Value(_ELSEWHERE),
        output_field=IntegerField(),
    )
    known = Instansi.objects.filter(is_incomplete=False).annotate(order=order)
    nearest = list(known.order_by("order", "-host", "code")[:2])
    is_a_guess = len(nearest) > 1 and nearest[0].order == _ELSEWHERE
    return nearest[0] if nearest and not is_a_guess else None
