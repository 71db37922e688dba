"""What the ledger is told when the office answers a proposal for the first time."""

from django.utils.translation import gettext_lazy as _

from abdi.facts.actions import record_facts
from abdi.facts.kinds import FactKind
from abdi.facts.types import NewFact
from abdi.platform.accounts.models import User
from abdi.voice.consultation.models import Post

SOURCE = "konsultasi"
ANSWERED = FactKind(
    "consultation.answered",
    _("Usulan warga dijawab"),
    "detik",
    _("Dari usulan dikirim sampai jawaban resmi pertama."),
)
ON_TIME = FactKind(
    "consultation.on_time",
    _("Usulan warga dijawab tepat waktu"),
    "1/0",
    _("1 bila dijawab sampai hari yang dijanjikan topiknya, 0 bila lewat."),
)


def record_answered(actor: User, proposal: Post, is_on_time: bool) -> None:
    """For the unit, of nobody in particular: whoever writes an answer did not decide it alone."""
    if proposal.answered_at is None:
        raise ValueError("not answered yet")
    told = {
        ANSWERED.code: (proposal.answered_at - proposal.posted_at).total_seconds(),
        ON_TIME.code: float(is_on_time),
    }
    record_facts(
        actor=actor,
        source=SOURCE,
        facts=[
            NewFact(
                kind=kind,
                occurred_at=proposal.answered_at,
                unit_id=proposal.topic.unit_id,
                service_id=proposal.topic.layanan_id,
                case_key=str(proposal.uid),
                source_key=f"{proposal.uid}/{kind}",
                value=value,
                attrs={"outcome": proposal.status},
            )
            for kind, value in told.items()
        ],
    )
