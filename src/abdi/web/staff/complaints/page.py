"""Everything about one complaint on one screen, for whoever decides about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils import timezone

from abdi.organisation.areas.selectors import outlines
from abdi.organisation.models import Unit
from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.voice.complaints.enums import Status
from abdi.voice.complaints.models import Category, Complaint
from abdi.voice.complaints.permissions import can_view_identity, visible_to
from abdi.voice.complaints.reading.models import Target
from abdi.voice.complaints.reading.selectors import wording
from abdi.voice.complaints.selectors import additions_to, clocks_of, photos_of, reporters_of
from abdi.voice.complaints.similar import Similar, nearby
from abdi.web import maps
from abdi.web.public.complaints.showing import deadlines_of
from abdi.web.staff.complaints import forms
from abdi.web.staff.complaints.verbs import Powers, Verb, form_of, offered, powers_of

_NEAR_ENOUGH = 16  # zoom: the streets around
_UNDECIDED = (Status.BARU, Status.MENUNGGU_KELENGKAPAN, Status.TERVERIFIKASI, Status.DIBUKA_KEMBALI)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a router thinks: of what, how sure (of 1), and the words that spoke for it."""

    name: str
    sure: float
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class Offer:
    verb: Verb
    form: forms.VerbForm
    is_open: bool


def complaint_context(
    user: User, one: Complaint, bound: tuple[Verb, forms.VerbForm] | None = None
) -> dict[str, Any]:
    """`bound`: the form that was sent and refused; it stands open with what was typed."""
    powers = powers_of(user, one)
    sorts = powers.coordinates and one.status in _UNDECIDED
    return {
        "one": one,
        "powers": powers,
        "offers": _offers(user, one, powers, bound),
        "clocks": clocks_of(one, moments.now()),
        "deadlines": deadlines_of(one),
        "events": one.events.select_related("unit", "handler", "actor").order_by("-number"),
        "dispositions": one.dispositions.select_related("unit", "person").exclude(refused_at=None),
        "answers": one.answers.exclude(sent_at=None).order_by("number"),
        "additions": additions_to(one),
        "reopenings": one.reopenings.all(),
        "photos": photos_of(one),
        "rating": getattr(one, "rating", None),
        "reporters": reporters_of(one),
        "drawing": _drawing(one),
        "similar": similar_to(user, one) if powers.coordinates and not one.is_ended else [],
        "units": proposed(one, Target.UNIT) if sorts else [],
        "categories": proposed(one, Target.CATEGORY) if sorts else [],
        "identity_form": forms.IdentityForm() if can_view_identity(user, one) else None,
        "views": one.identity_views.count(),
    }


def similar_to(user: User, one: Complaint) -> list[Similar]:
    """Among what this person may see, so that no suggestion tells of what is kept from him."""
    return nearby(
        visible_to(user).filter(is_about_person=one.is_about_person),
        lat=one.lat,
        lon=one.lon,
        category=one.category,
        unit=one.unit_assigned or one.unit,
        text=wording(one),
        excluding=one,
        at=moments.now(),
    )


def proposed(one: Complaint, target: Target) -> list[Proposed]:
    """What was thought before anybody decided; a unit that has ended since is left out."""
    proposal = one.proposals.filter(target=target).first()
    guesses = proposal.guesses if proposal else []
    rows = (
        Unit.objects.on(timezone.localdate())
        if target == Target.UNIT
        else Category.objects.filter(is_active=True)
    )
    known: dict[int, Model] = rows.in_bulk([one["key"] for one in guesses]) if guesses else {}
    return [
        Proposed(str(known[one["key"]]), one["confidence"], one["words"])
        for one in guesses
        if one["key"] in known
    ]


def _offers(
    user: User, one: Complaint, powers: Powers, bound: tuple[Verb, forms.VerbForm] | None
) -> list[Offer]:
    """The first step is what comes next, so it stands open; after a refusal the one that was sent does."""
    made = []
    for place, verb in enumerate(offered(one, powers)):
        is_bound = bound is not None and bound[0] is verb
        form = bound[1] if bound is not None and is_bound else form_of(verb, one, user, powers)
        made.append(Offer(verb, form, is_bound if bound else place == 0 and bool(verb.step)))
    return made


def _drawing(one: Complaint) -> maps.Drawing | None:
    if one.lat is None or one.lon is None:
        return None
    view = maps.View(one.lat, one.lon, _NEAR_ENOUGH)
    return maps.draw(outlines(timezone.localdate()), view, [maps.Pin(one.lat, one.lon)])
