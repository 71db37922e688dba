"""A forum of Rina's unit that is announced, and one that was held, with a promise of hers; rows without a trail."""

from datetime import timedelta

from django.utils import timezone

from abdi.platform.files.models import StoredFile
from abdi.voice.forums.enums import Element, ForumStatus, Source, Theme
from abdi.voice.forums.models import Agreement, Forum, Participant, Photo, Suggestion
from tests.web.things import lost_file, once


def announced(world) -> Forum:
    return _forum(world, "Forum yang diumumkan", ForumStatus.DIUMUMKAN, days=9)


def settled(world) -> Forum:
    one = _forum(world, "Forum yang sudah dilaksanakan", ForumStatus.DITETAPKAN, days=-9)
    if one.settled_on is None:
        one.settled_on = timezone.localdate()
        one.save()
    return one


def _forum(world, title: str, status: ForumStatus, days: int) -> Forum:
    known = Forum.objects.filter(title=title).first()
    if known is not None:
        return known
    starts = timezone.now() + timedelta(days=days)
    made = Forum(unit=world.office.unit, theme=Theme.SKM, title=title, agenda="Hasil survei", place="Balai")
    made.starts_at, made.ends_at, made.status = starts, starts + timedelta(hours=2), status
    made.announced_on = timezone.localdate()
    made.save()
    return made


def _guest(world) -> Participant:
    return once(
        Participant,
        forum=announced(world),
        element=Element.PENGGUNA,
        name="Warga Andai",
        source=Source.DAFTAR,
        code="ABCDEFGH23",
    )


def _suggestion(world) -> Suggestion:
    return once(
        Suggestion,
        forum=settled(world),
        number=1,
        element=Element.PENGGUNA,
        text="Lebih cepat",
        outcome="tidak",
        answer="Belum",
    )


def _agreement(world) -> Agreement:
    return once(
        Agreement,
        forum=settled(world),
        number=1,
        text="Tambah loket",
        unit=world.office.unit,
        owner=world.office.rina,
        due_on=timezone.localdate() + timedelta(days=5),
    )


def _photo(world) -> StoredFile:
    file = lost_file(world, "forums.photo")
    return once(Photo, forum=settled(world), file=file, caption="Warga duduk melingkar").file


OPEN, DONE = ({"uid": lambda world: announced(world).uid}, {"uid": lambda world: settled(world).uid})
CODE = {"code": lambda world: _guest(world).code}

FACTORIES = {
    "public:forum": DONE,
    "public:forum_register": OPEN,
    "public:forum_calendar": OPEN,
    "public:forum_minutes": DONE,
    "public:forum_photo": {"uid": lambda world: _photo(world).uid},
    "public:forum_guest": CODE,
    "public:forum_guest_withdraw": CODE,
    "public:forum_export": {"kind": lambda _world: "csv"},
    "staff:forum": DONE,
    "staff:forum_draft": DONE,
    "staff:forum_step": OPEN | {"step": lambda _world: "undang"},
    "staff:suggestion_step": {
        "uid": lambda world: _suggestion(world).uid,
        "step": lambda _world: "jawab",
    },
    "staff:agreement_step": {
        "uid": lambda world: _agreement(world).uid,
        "step": lambda _world: "kemajuan",
    },
}
