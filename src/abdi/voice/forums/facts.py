"""What the ledger is told of forums: that one was held, and whether what was agreed was done in time."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.facts.kinds import FactKind, register
from abdi.facts.types import NewFact
from abdi.platform.outages.spans import midnight
from abdi.voice.forums.models import Agreement, Forum

SOURCE = "forum"
HELD = FactKind(
    "forum.held",
    _("Forum konsultasi publik dilaksanakan"),
    "peserta",
    _("Satu forum yang berita acaranya ditetapkan; nilainya banyaknya peserta yang hadir."),
)
ACTION_DONE = FactKind(
    "forum.action_done",
    _("Tindak lanjut forum selesai"),
    "1/0",
    _("1 bila selesai tidak lewat dari tanggal yang disepakati di forum, 0 bila lewat."),
)


def register_kinds() -> None:
    register(HELD, ACTION_DONE)


def held_fact(forum: Forum, present: int) -> NewFact:
    return NewFact(
        kind=HELD.code,
        occurred_at=forum.starts_at,
        unit_id=forum.unit_id,
        service_id=forum.layanan_id,
        case_key=str(forum.uid),
        source_key=f"{forum.uid}/held",
        value=float(present),
        attrs={"theme": forum.theme},
    )


def done_fact(agreement: Agreement, on: date) -> NewFact:
    return NewFact(
        kind=ACTION_DONE.code,
        occurred_at=midnight(on, timezone.get_current_timezone()),
        unit_id=agreement.unit_id,
        service_id=agreement.forum.layanan_id,
        employee_id=agreement.owner_id,
        case_key=str(agreement.uid),
        source_key=f"{agreement.uid}/done",
        value=float(on <= agreement.due_on),
    )
