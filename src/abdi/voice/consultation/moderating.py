"""Words that break a rule: reported, hidden with a reason, contested, decided. Published through `actions`.

Nothing is deleted: what is hidden stays readable for its author, for moderators and for the inspectorate, and each
step is a line of the public log.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.platform import moments
from abdi.platform.accounts.models import User, system_user
from abdi.platform.audit.trail import action, record
from abdi.platform.citizens import actions as citizens
from abdi.platform.citizens.models import Citizen
from abdi.platform.locking import hold
from abdi.platform.validation import stated, write
from abdi.voice.consultation import permissions, policies, telling
from abdi.voice.consultation.enums import Deed, Rule, Standing
from abdi.voice.consultation.models import Post, Report, Ruling
from abdi.voice.consultation.workflow import MODERATION
from abdi.voice.permissions import check_can_facilitate


@action
def report(*, actor: User, post: Post, citizen: Citizen, rule: Rule) -> Report:
    """Somebody's words, the office's own too. At so many reports as the topic says they are hidden until a moderator
    has looked; reports of accounts that are new today wait for him without hiding anything."""
    hold(post, "topic__unit")
    hold(citizen)
    permissions.check_can_take_part(actor, citizen)
    policies.check_shown(post)
    policies.check_not_own(post, citizen)
    policies.check_pace_of_reports(citizen, moments.now())
    made = write(Report(post=post, citizen=citizen, rule=rule, at=moments.now()))
    record(actor=actor, tag="consultation:post:report", subject=post, data={"rule": rule})
    if _weight(post) >= post.topic.hide_after:
        _rule(system_user(), post, "suspend", Deed.TANGGUHKAN, _commonest(post))
        telling.tell_moderators(post, _("Ditangguhkan karena laporan warga; periksalah"))
    return made


@action
def hide(*, actor: User, post: Post, rule: Rule, reason: str) -> Post:
    """By one of the rules, in words that everybody reads. The author is told, and how to contest it."""
    hold(post, "topic__unit")
    check_can_facilitate(actor, post.topic.unit)
    policies.check_rule(rule)
    reason = stated(reason, _("Tulis alasannya; semua orang membacanya."), "reason")
    ruling = _rule(actor, post, "hide", Deed.SEMBUNYIKAN, rule, reason)
    _settle(post)
    telling.tell_author(
        post,
        gettext_lazy("Tulisan Anda disembunyikan"),
        gettext_lazy("Alasannya ada di halamannya. Anda dapat berkeberatan kepada pengawas internal."),
        f"moderasi-{ruling.number}",
    )
    return post


@action
def keep(*, actor: User, post: Post, reason: str) -> Post:
    """Looked at and in order: it shows again, and the reports so far count no more."""
    hold(post, "topic__unit")
    check_can_facilitate(actor, post.topic.unit)
    reason = stated(reason, _("Tulis alasannya; semua orang membacanya."), "reason")
    _rule(actor, post, "keep", Deed.PERTAHANKAN, reason=reason)
    _settle(post)
    return post


@action
def appeal(*, actor: User, post: Post, citizen: Citizen, reason: str) -> Post:
    """To the inspectorate; also against a suspension that no moderator looks at."""
    hold(post, "topic__unit")
    permissions.check_can_appeal(actor, post, citizen)
    reason = stated(reason, _("Tulis mengapa tulisan Anda tidak melanggar aturan."), "reason")
    _rule(actor, post, "appeal", Deed.BANDING, reason=reason)
    telling.tell_overseers(post, _("Keberatan atas moderasi menunggu putusan Anda"))
    return post


@action
def weigh_appeal(*, actor: User, post: Post, is_upheld: bool, reason: str) -> Post:
    """`is_upheld`: it stays hidden. The decision ends the quarrel here; both ways the reason is public."""
    hold(post, "topic__unit")
    permissions.check_can_weigh_appeal(actor, post)
    reason = stated(reason, _("Tulis alasannya; semua orang membacanya."), "reason")
    verb, deed = ("uphold", Deed.KUATKAN) if is_upheld else ("restore", Deed.TAMPILKAN)
    ruling = _rule(actor, post, verb, deed, reason=reason)
    _settle(post)
    telling.tell_author(
        post,
        gettext_lazy("Keberatan Anda sudah diputus"),
        gettext_lazy("Putusan dan alasannya ada di halamannya."),
        f"moderasi-{ruling.number}",
    )
    return post


@action
def stop_author(*, actor: User, post: Post, reason: str) -> Citizen:
    """Who breaks the rules again and again neither speaks nor votes any more; his votes no longer count."""
    permissions.check_can_stop_citizen(actor)
    author = policies.author_of(post)
    return citizens.block(
        actor=actor, citizen=author, reason=reason, permit=permissions.check_can_stop_citizen
    )


@action
def restore_author(*, actor: User, citizen: Citizen) -> Citizen:
    """He speaks and votes again, and the votes he gave before count again."""
    return citizens.unblock(actor=actor, citizen=citizen, permit=permissions.check_can_stop_citizen)


def _rule(actor: User, post: Post, verb: str, deed: Deed, rule: Rule | str = "", reason: str = "") -> Ruling:
    """Take a transition of the table and write its line of the log. The trail names no words."""
    transition = MODERATION.check(verb, post.standing)
    post.standing = Standing(transition.target)
    write(post)
    ruling = Ruling(post=post, deed=deed, rule=rule, reason=reason, actor=actor, at=moments.now())
    ruling.number = post.rulings.count() + 1
    write(ruling)
    record(actor=actor, tag=transition.tag, subject=post, data={"deed": deed, "rule": rule})
    return ruling


def _settle(post: Post) -> None:
    post.reports.filter(is_settled=False).update(is_settled=True)


def _weight(post: Post) -> int:
    now = moments.now()
    open_reports = post.reports.filter(is_settled=False, citizen__is_blocked=False).select_related("citizen")
    return sum(not one.citizen.is_held(now) for one in open_reports)


def _commonest(post: Post) -> str:
    rules = list(post.reports.filter(is_settled=False).values_list("rule", flat=True))
    return max(sorted(set(rules)), key=rules.count)
