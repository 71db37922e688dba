"""Reads of surveys, for pages and tasks."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.organisation.law.answers import evaluate
from abdi.organisation.selectors import employee_of, subordinates_of
from abdi.platform.accounts.models import User
from abdi.rules.unsur import URUTAN
from abdi.services.devices.enums import DeviceKind
from abdi.services.devices.models import Device
from abdi.voice.surveys.models import Instrument, Response, SurveyPeriod, Token, Word
from abdi.voice.surveys.tokens import digest_of, secret_of


def instrument_in_use() -> Instrument:
    """The one of this instansi; as the law has it where nobody has set one up yet (written when it is first needed)."""
    return Instrument.objects.first() or Instrument(name=_("Survei kepuasan masyarakat"))


def order_of(instrument: Instrument) -> tuple[str, ...]:
    """The nine as they are asked: U1 first."""
    return URUTAN[instrument.urutan]


def token_by_secret(secret: str) -> Token:
    """Raises Token.DoesNotExist for one that was never given out."""
    rows = Token.objects.select_related("instrument", "unit", "layanan", "employee")
    return rows.get(digest=digest_of(secret[:100]))


def tokens_for(cases: Iterable[str]) -> dict[str, str]:
    """Case → secret of the links that can be answered. For the citizen's own pages: never to who works here."""
    secrets = {digest_of(secret): (case, secret) for case in cases for secret in [secret_of(case)]}
    rows = Token.objects.filter(digest__in=secrets, is_used=False, is_revoked=False)
    found = rows.filter(expires_on__gte=timezone.localdate()).values_list("digest", flat=True)
    return dict(secrets[digest] for digest in found)


def sample_needed(period: SurveyPeriod) -> int:
    """Respondents that the law asks for, from the population of the period."""
    found = evaluate("sampel_skm", on=period.first, input={"populasi": period.population})
    return int(str(found.value))


def shares_of(devices: Collection[Device], since: date) -> dict[int, tuple[int, int]]:
    """Survey kiosk's id → (answers through it, answers of its unit), of those released for a day from `since` on.

    Never about fewer than five: those of one machine are released apart from others.
    """
    kiosks = [one for one in devices if one.kind == DeviceKind.SURVEI]
    if not kiosks:
        return {}
    rows = Response.objects.released().filter(unit__in={one.unit_id for one in kiosks}, day__gte=since)
    of_unit = dict(rows.order_by().values_list("unit").annotate(Count("pk")))
    through = dict(rows.order_by().values_list("device").annotate(Count("pk")))
    return {one.pk: (through.get(one.pk, 0), of_unit.get(one.unit_id, 0)) for one in kiosks}


def words_seen_by(user: User) -> QuerySet[Word]:
    """Released ones about himself and about those he assesses."""
    me = employee_of(user)
    if me is None:
        return Word.objects.none()
    mine = Q(employee=me) | Q(employee__in=subordinates_of(me))
    rows = Word.objects.filter(mine).exclude(released_on=None)
    return rows.select_related("employee", "layanan", "unit")
