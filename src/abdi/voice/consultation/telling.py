"""Who is told what. No citizen's name and no citizen's words: the number of the proposal and the office's own title."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from abdi.organisation.enums import Role
from abdi.organisation.selectors import heads_of, holders_of
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.citizens.models import Citizen
from abdi.platform.citizens.telling import tell_citizens
from abdi.platform.followers.tell import tell_followers
from abdi.platform.notifications.notify import notify
from abdi.voice.consultation.enums import PostKind, ProposalStatus
from abdi.voice.consultation.models import Post

KIND = "consultation"
QUEUE, DUE = "/kelola/konsultasi/moderasi/", "/kelola/konsultasi/jawaban/"


def tell_supporters(proposal: Post, title: str | Promise, body: str | Promise) -> None:
    _letters(proposal, Citizen.objects.filter(supports__proposal=proposal), title, body, proposal.version)


def tell_answered(proposal: Post, said: Post, title: str | Promise) -> None:
    """The author, who stands behind it, who spoke in it, and who follows the topic."""
    # each list by itself: joined, votes and words of one citizen would multiply
    part = Q(pk=proposal.citizen_id)
    part |= Q(pk__in=proposal.supports.values("citizen")) | Q(pk__in=proposal.thread.values("citizen"))
    what = format_lazy(
        "{title}: {proposal}, {status}",
        title=title,
        proposal=_named(proposal),
        status=ProposalStatus(said.status).label,
    )
    body = _("Alasannya dan tindak lanjutnya ada di halaman usulan.")
    _letters(proposal, Citizen.objects.filter(part), what, body, said.number)
    tell_followers(subject=proposal.topic, title=what, body=body, url=address_of(proposal), key=f"{said.uid}")


def tell_author(post: Post, title: str | Promise, body: str | Promise, key: str) -> None:
    if post.citizen is not None:
        _letters(post, [post.citizen], title, body, key)


def tell_moderators(post: Post, title: str) -> None:
    _notices(holders_of({Role.FASILITATOR}, post.topic.unit, moments.today()), title, post, QUEUE)


def tell_overseers(post: Post, title: str) -> None:
    _notices(holders_of({Role.PENGAWAS}, post.topic.unit, moments.today()), title, post, QUEUE)


def tell_answerers(post: Post, title: str) -> int:
    """Who answers for the unit: its head today, and its pejabat penghubung; how many."""
    unit = post.topic.unit
    heads = heads_of([unit.pk], moments.today()).get(unit.pk, [])
    led = [one.user for one in heads if one.user]
    people = {one.pk: one for one in (*led, *holders_of({Role.PENGHUBUNG}, unit, moments.today()))}
    _notices(people.values(), title, post, DUE)
    return len(people)


def address_of(post: Post) -> str:
    return f"/konsultasi/{post.topic.uid}/{post.root.number}/"


def _letters(
    post: Post, citizens: Iterable[Citizen], title: str | Promise, body: str | Promise, key: object
) -> None:
    tell_citizens(
        citizens,
        title=title,
        body=format_lazy("{topic}\n\n{body}", topic=post.topic.title, body=body),
        url=address_of(post),
        key=f"{post.uid}:{key}",
    )


def _notices(people: Iterable[User], title: str, post: Post, url: str) -> None:
    for person in people:
        notify(recipient=person, kind=KIND, title=title, body=f"{post.topic}: {_named(post)}", url=url)


def _named(post: Post) -> Promise:
    return format_lazy("{kind} {number}", kind=PostKind(post.kind).label, number=post.number)
