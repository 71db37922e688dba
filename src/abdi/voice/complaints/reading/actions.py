"""The verbs of the router: it is learnt from what people decided, and says what it thinks of what is new."""

import hashlib
from collections.abc import Sequence
from io import BytesIO

from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.errors import PolicyRefused
from abdi.platform.files.store import write as keep
from abdi.platform.tenancy.scope import current_instansi
from abdi.platform.validation import write
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.reading.models import LearntRouter, Proposal, Target
from abdi.voice.complaints.reading.permissions import check_can_run_router
from abdi.voice.complaints.reading.router import Guess
from abdi.voice.complaints.reading.selectors import (
    decided,
    label_of,
    router_of,
    sure_of,
    undecided,
    wording,
)

AT_ONCE = 500  # complaints of one run; the next run takes the rest


@action
def learn_router(*, actor: User, target: Target) -> LearntRouter:
    """From this instansi's own finished cases. Raises PolicyRefused where they are too few."""
    check_can_run_router(actor)
    from abdi.voice.complaints.reading.learning import FEWEST, MOST, learn  # scikit-learn: a second to import

    cases = list(reversed(decided(target)[:MOST]))
    router = learn([wording(one) for one in cases], [label_of(one, target) for one in cases])
    if router is None:
        raise PolicyRefused(
            _(
                "Usulan disusun mulai %(fewest)d pengaduan selesai pada sedikitnya dua pilihan; baru ada %(now)d."
            )
            % {"fewest": FEWEST, "now": len(cases)}
        )
    content = router.to_bytes()
    digest = hashlib.sha256(content).hexdigest()
    keep(BytesIO(content), current_instansi().code, digest)
    figures = {name: getattr(router, name) for name in ("cases", "tested", "accuracy", "baseline")}
    learnt = write(LearntRouter(target=target, sha256=digest, learnt_at=timezone.now(), **figures))
    data = {"target": target.value, "sha256": digest, **figures}
    record(actor=actor, tag="complaints:router:learn", subject=learnt, data=data)
    return learnt


@action
def propose_for(*, actor: User, target: Target, router: LearntRouter) -> Sequence[Proposal]:
    """Say of each complaint that waits for a decision what it seems to be, once, before anybody decides."""
    check_can_run_router(actor)
    opened = router_of(router)
    if opened is None:
        raise PolicyRefused(
            _("Isi usulan yang dipelajari tidak utuh; usulan menyusul setelah dipelajari lagi.")
        )
    made = Proposal.objects.bulk_create(
        _proposal(one, target, router, sure_of(opened, wording(one))) for one in undecided(target)[:AT_ONCE]
    )
    data = {"target": target.value, "complaints": len(made)}
    record(actor=actor, tag="complaints:router:propose", subject=router, data=data)
    return made


def _proposal(
    complaint: Complaint, target: Target, router: LearntRouter, guesses: Sequence[Guess]
) -> Proposal:
    return Proposal(
        complaint=complaint,
        target=target,
        router=router,
        first=int(guesses[0].label) if guesses else None,
        guesses=[
            {"key": int(one.label), "confidence": round(one.confidence, 4), "words": one.words}
            for one in guesses
        ],
        made_at=timezone.now(),
    )
