"""Reads of consultations, for pages, exports and tasks. What is public never holds a draft."""

from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from abdi.platform.accounts.models import User
from abdi.platform.citizens.models import Citizen
from abdi.voice.consultation.enums import AWAITED, PostKind, ProposalStatus, Standing, TopicStatus
from abdi.voice.consultation.models import Post, Report, Ruling, Support, Topic, Wording
from abdi.voice.consultation.permissions import units_answered, units_overseen
from abdi.voice.permissions import units_facilitated

_FOLLOWED_UP = (*AWAITED, ProposalStatus.DITERIMA)


def public_topics() -> QuerySet[Topic]:
    """Published; with `proposals` and `waiting` counted."""
    return _counted(Topic.objects.exclude(status=TopicStatus.RANCANGAN))


def narrowed(rows: QuerySet[Topic], view: str, today: date) -> QuerySet[Topic]:
    """`view`: terbuka (people may speak), menunggu (an answer is owed), terjawab (none is); anything else: all."""
    is_open = Q(status=TopicStatus.TERBIT, opens__lte=today, closes__gte=today)
    is_over = Q(closes__lt=today) | Q(status=TopicStatus.DITUTUP)
    ways = {
        "terbuka": is_open,
        "menunggu": is_over & Q(waiting__gt=0),
        "terjawab": is_over & Q(waiting=0),
    }
    return rows.filter(ways[view]) if view in ways else rows


def late_topics(today: date) -> QuerySet[Topic]:
    """With `late`, how many proposals wait for a word promised for a day gone by, and `oldest_due`; oldest first."""
    late = Q(posts__kind=PostKind.USULAN, posts__status__in=_FOLLOWED_UP, posts__due_on__lt=today)
    rows = public_topics().annotate(
        late=Count("posts", filter=late), oldest_due=Min("posts__due_on", filter=late)
    )
    return rows.filter(late__gt=0).order_by("oldest_due", "pk")


def proposals_of(topic: Topic, now: datetime) -> QuerySet[Post]:
    """With their present words, and `support`: the votes that count now for just these words."""
    rows = topic.posts.filter(kind=PostKind.USULAN).select_related("citizen", "employee", "topic__unit")
    return with_words(_supported(rows, now))


def sorted_by(rows: QuerySet[Post], order: str) -> QuerySet[Post]:
    """`order`: baru (newest first); anything else by support."""
    return rows.order_by("-number") if order == "baru" else rows.order_by(F("support").desc(), "number")


def proposal_in(topic: Topic, number: int, now: datetime) -> Post:
    """Raises Post.DoesNotExist."""
    return proposals_of(topic, now).get(number=number)


def thread_of(proposal: Post, *kinds: PostKind) -> QuerySet[Post]:
    """What was said about a proposal, in order, with its words."""
    rows = proposal.thread.filter(kind__in=kinds).select_related("citizen", "employee", "topic", "proposal")
    return with_words(rows).order_by("number")


def with_words(rows: QuerySet[Post]) -> QuerySet[Post]:
    """`words[0]` is the wording as it stands."""
    now_said = Wording.objects.filter(number=F("post__version")).order_by()  # one each
    return rows.prefetch_related(Prefetch("wordings", queryset=now_said, to_attr="words"))


def support_of(proposal: Post, citizen: Citizen | None) -> Support | None:
    if citizen is None:
        return None
    return Support.objects.filter(proposal=proposal, citizen=citizen).select_related("wording").first()


def waiting_supports(proposal: Post, now: datetime) -> int:
    """Votes for the present words by accounts that are new today; they count tomorrow."""
    return proposal.supports.filter(
        wording__number=proposal.version, counts_from__gt=now, citizen__is_blocked=False
    ).count()


def earlier_supports(proposal: Post) -> int:
    """Votes that stayed with words before the present ones."""
    return proposal.supports.exclude(wording__number=proposal.version).count()


def owed() -> QuerySet[Post]:
    """Proposals about which the office owes a word, the earliest due first."""
    rows = Post.objects.filter(kind=PostKind.USULAN, status__in=_FOLLOWED_UP, due_on__isnull=False)
    return rows.select_related("topic__unit", "citizen", "employee").order_by("due_on", "pk")


def owed_by(user: User) -> QuerySet[Post]:
    """In whose name this person answers."""
    units = units_answered(user)
    rows = with_words(owed())
    return rows if units is None else rows.filter(topic__unit__in=units)


def topics_managed(user: User) -> QuerySet[Topic]:
    """At work: drafts too, of the units where one opens topics or answers."""
    facilitated, answered = units_facilitated(user), units_answered(user)
    rows = _counted(Topic.objects.all())
    if facilitated is None or answered is None:
        return rows
    return rows.filter(unit__in=facilitated | answered)


def moderation_queue(user: User) -> QuerySet[Post]:
    """What waits for this person: reported or suspended posts of his units, and appeals for the inspectorate."""
    reported = Exists(Report.objects.filter(post=OuterRef("pk"), is_settled=False))
    looks = Q(standing=Standing.DITANGGUHKAN) | (Q(standing=Standing.TAMPIL) & Q(reported))
    moderated, overseen = units_facilitated(user), units_overseen(user)
    mine = looks if moderated is None else looks & Q(topic__unit__in=moderated)
    weighs = Q(standing=Standing.BANDING)
    mine |= weighs if overseen is None else weighs & Q(topic__unit__in=overseen)
    rows = Post.objects.filter(mine).select_related("topic__unit", "citizen", "employee", "proposal")
    return with_words(rows).prefetch_related("reports", "rulings").order_by("posted_at", "pk")


def public_log() -> QuerySet[Ruling]:
    """The log of moderation, latest first. An appeal's own words stay between its author and the inspectorate."""
    rows = Ruling.objects.exclude(post__topic__status=TopicStatus.RANCANGAN)
    return rows.select_related("post__topic__unit", "post__proposal", "actor")


def said_by(citizen: Citizen) -> QuerySet[Post]:
    rows = Post.objects.filter(citizen=citizen).select_related("topic", "proposal")
    return with_words(rows).order_by("-posted_at")


def supported_by(citizen: Citizen) -> QuerySet[Support]:
    return (
        Support.objects.filter(citizen=citizen)
        .select_related("proposal__topic", "wording")
        .order_by("-given_at")
    )


def _counted(rows: QuerySet[Topic]) -> QuerySet[Topic]:
    waits = Q(posts__kind=PostKind.USULAN, posts__status__in=AWAITED)
    said = Q(posts__kind=PostKind.USULAN) & ~Q(posts__status=ProposalStatus.DITARIK)
    counted = rows.select_related("unit", "layanan").annotate(
        proposals=Count("posts", filter=said), waiting=Count("posts", filter=waits)
    )
    return counted.order_by("-opens", "-pk")


def _supported(rows: QuerySet[Post], now: datetime) -> QuerySet[Post]:
    counts = Support.objects.filter(
        wording__number=F("proposal__version"), counts_from__lte=now, citizen__is_blocked=False
    )
    spoken = Post.objects.filter(kind=PostKind.KOMENTAR, standing=Standing.TAMPIL)
    return rows.annotate(support=_number_of(counts), comments=_number_of(spoken))


def _number_of(rows: QuerySet[Any]) -> Coalesce:
    """Of each proposal, counted by itself: two counts over one join would multiply its votes by its comments."""
    each = rows.filter(proposal=OuterRef("pk")).order_by().values("proposal").annotate(n=Count("pk"))
    return Coalesce(Subquery(each.values("n")), 0)
