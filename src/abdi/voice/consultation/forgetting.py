"""What becomes of a citizen's part when he erases his account (UU 27/2022 Ps 8).

Votes in what is still open are withdrawn, so that nobody votes, erases himself and votes again. A proposal nobody
relied on goes with its words; everything that others built on stays, without a name.
"""

from abdi.platform import moments
from abdi.platform.citizens.models import Citizen
from abdi.voice.consultation.enums import PostKind, ProposalStatus, TopicStatus
from abdi.voice.consultation.models import Post, Support, Wording


def forget_citizen(citizen: Citizen) -> None:
    Support.objects.filter(
        citizen=citizen,
        proposal__topic__status=TopicStatus.TERBIT,
        proposal__topic__closes__gte=moments.today(),
    ).delete()
    alone = Post.objects.filter(
        citizen=citizen, kind=PostKind.USULAN, status=ProposalStatus.DIAJUKAN, supports=None, thread=None
    )
    rows = list(alone.values_list("pk", flat=True))
    Wording.objects.filter(post__in=rows).update(title="", text="")
    Post.objects.filter(pk__in=rows).update(status=ProposalStatus.DITARIK, due_on=None)
