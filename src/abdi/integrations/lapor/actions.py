"""The verbs of the exchange. Each is short: nothing is asked of the other side while the database waits."""

from datetime import datetime

from abdi.integrations.lapor.contract import Report, Unreadable
from abdi.integrations.lapor.models import LONGEST_REASON, Exchange, Held
from abdi.integrations.lapor.outgoing import TOPIC, untold
from abdi.integrations.lapor.permissions import check_can_exchange
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.outbox.queue import enqueue
from abdi.platform.validation import write
from abdi.voice.complaints.actions import file_complaint
from abdi.voice.complaints.enums import Channel
from abdi.voice.complaints.models import Category, Complaint
from abdi.voice.complaints.types import Reporter

SOURCE = "lapor"


@action
def take_in(*, actor: User, report: Report, reporter: Reporter | None) -> Complaint:
    """File it as it was received there; one that is here already stays as it is. Raises what the complaint refuses."""
    check_can_exchange(actor)
    complaint = file_complaint(
        actor=actor,
        kind=report.kind,
        title=report.title,
        text=report.text,
        category=Category.objects.filter(code=report.category, is_active=True).first(),
        place=report.place,
        happened_on=report.happened_on,
        identity=reporter,
        is_anonymous=report.is_anonymous,
        is_secret=report.is_secret,
        channel=Channel.LAPOR,
        source=SOURCE,
        source_key=report.key,
        received_at=report.received_at,
    )
    Held.objects.filter(key=report.key).delete()
    record(actor=actor, tag="lapor:report:take_in", subject=complaint, data={"report": report.key})
    return complaint


@action
def hold_back(*, actor: User, unreadable: Unreadable) -> Held | None:
    """Remember that it came and why it could not be taken; None for one that does not even say its number."""
    check_can_exchange(actor)
    held = None
    if unreadable.key:
        held = Held.objects.filter(key=unreadable.key).first() or Held(key=unreadable.key)
        held.reason = unreadable.reason[:LONGEST_REASON]
        write(held)
    exchange = _exchange()
    told = {"report": unreadable.key, "reason": unreadable.reason}
    record(actor=actor, tag="lapor:report:hold_back", subject=exchange, data=told)
    return held


@action
def advance(*, actor: User, cursor: str) -> Exchange:
    """What came before `cursor` need not be asked for again."""
    check_can_exchange(actor)
    exchange = _exchange()
    exchange.cursor = cursor
    write(exchange)
    record(actor=actor, tag="lapor:exchange:advance", subject=exchange, data={"cursor": cursor})
    return exchange


@action
def tell_what_became(*, actor: User, now: datetime) -> int:
    """One message for each step of their reports that was not told yet; returns how many steps were looked at."""
    check_can_exchange(actor)
    exchange = _exchange()
    events = untold(exchange.sent_until)
    for event in events:
        enqueue(topic=TOPIC, key=str(event.uid), payload={"event": event.pk})
    exchange.sent_until = now
    write(exchange)
    record(actor=actor, tag="lapor:exchange:tell", subject=exchange, data={"steps": len(events)})
    return len(events)


def _exchange() -> Exchange:
    return Exchange.objects.first() or write(Exchange())
