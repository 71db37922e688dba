"""What became of a report, told to the other side: once, whatever is tried how often."""

from datetime import datetime, timedelta

from abdi.integrations.lapor.client import HttpDesk
from abdi.integrations.lapor.contract import Update
from abdi.platform.outbox.handlers import Delivery, handles
from abdi.voice.complaints.enums import Channel, Status
from abdi.voice.complaints.models import Event

TOPIC = "lapor.update"
# a transaction may end after a later one began: steps are looked at again for a while, and the outbox keeps each once
OVERLAP = timedelta(days=1)

# ours → the states that SP4N-LAPOR! shows
WORDS = {
    Status.BARU: "belum_terverifikasi",
    Status.MENUNGGU_KELENGKAPAN: "belum_terverifikasi",
    Status.TERVERIFIKASI: "terdisposisi",
    Status.DITERUSKAN: "terdisposisi",
    Status.DIPROSES: "diproses",
    Status.DITUNDA: "ditunda",
    Status.DIJAWAB: "dijawab",
    Status.DIBUKA_KEMBALI: "diproses",
    Status.SELESAI: "selesai",
    Status.ARSIP: "arsip",
    Status.BUKAN_WEWENANG: "arsip",
    Status.DIGABUNG: "diproses",
    Status.DICABUT: "arsip",
}


def untold(since: datetime | None) -> list[Event]:
    """Steps of their reports since then. That they are here is no step: they know what they sent."""
    steps = Event.objects.filter(complaint__channel=Channel.LAPOR, number__gt=1)
    return list(steps.filter(began_at__gte=since - OVERLAP) if since else steps)


@handles(TOPIC)
def send_update(delivery: Delivery) -> None:
    """What is true of that step, read now. Raises what the other side refuses: the outbox tries again."""
    event = Event.objects.select_related("complaint").get(pk=delivery.payload["event"])
    HttpDesk().send(
        Update(
            key=delivery.key,
            report=event.complaint.source_key,
            number=event.number,
            status=WORDS[Status(event.status)],
            text=_told(event),
            at=event.began_at,
        )
    )


def _told(event: Event) -> str:
    """The answer where this step is one, else what was written for the reporter; never the office's own remarks."""
    if event.status == Status.DIJAWAB:
        answer = event.complaint.answers.filter(sent_at__isnull=False, sent_at__lte=event.began_at).last()
        if answer:
            return answer.text
    return event.note
