"""The berita acara in the table of official documents: issued with a code, checked by anybody.

Who came is counted by element; who signed is named only where he agreed to it.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from abdi.platform.accounts.models import User
from abdi.platform.documents import Seal, render_pdf
from abdi.platform.documents.papers import Paper, register
from abdi.platform.tenancy.scope import current_instansi
from abdi.voice.forums import permissions
from abdi.voice.forums.enums import ForumStatus
from abdi.voice.forums.models import Agreement, Forum, Signatory, Suggestion
from abdi.voice.forums.selectors import turnout

TEMPLATE = Path(__file__).parent / "documents" / "berita_acara.typ"
_ZONE_SHOWN = "%H.%M %Z"


def minutes_content(forum: Forum) -> dict[str, Any]:
    """What was agreed; nothing before it is settled."""
    return _content(forum) if forum.status == ForumStatus.DITETAPKAN else {}


def minutes_pdf(forum: Forum, seal: Seal | None = None) -> bytes:
    instansi = current_instansi()
    frame = {"instansi": instansi.name, "tempat_terbit": instansi.place, "draf": forum.settled_on is None}
    title = f"Berita acara {forum.title}"
    return render_pdf(TEMPLATE, _content(forum) | frame, title=title, at=forum.starts_at, seal=seal)


def _content(forum: Forum) -> dict[str, Any]:
    """The same whoever asks: in Indonesian and by the clock of the instansi."""
    with translation.override(settings.LANGUAGE_CODE), timezone.override(current_instansi().timezone):
        return _told(forum)


def _told(forum: Forum) -> dict[str, Any]:
    starts, ends = timezone.localtime(forum.starts_at), timezone.localtime(forum.ends_at)
    return {
        "judul_forum": forum.title,
        "tema": str(forum.get_theme_display()),
        "unit": forum.unit.name,
        "layanan": forum.layanan.name if forum.layanan else "",
        "tanggal": starts.date().isoformat(),
        "waktu": f"{starts:%H.%M}–{ends:{_ZONE_SHOWN}}",
        "tempat": forum.place,
        "agenda": forum.agenda,
        "notula": forum.minutes,
        "ditetapkan": forum.settled_on.isoformat() if forum.settled_on else None,
        "hadir": [{"unsur": str(one.element.label), "jumlah": one.came} for one in turnout(forum)],
        "masukan": [_suggestion(one) for one in forum.suggestions.all()],
        "tindak_lanjut": [
            _agreement(one) for one in forum.agreements.select_related("unit", "owner", "suggestion")
        ],
        "tanda_tangan": [_signatory(one) for one in forum.signatories.all()],
    }


def _suggestion(one: Suggestion) -> dict[str, Any]:
    return {
        "nomor": one.number,
        "unsur": str(one.get_element_display()),
        "masukan": one.text,
        "keputusan": str(one.get_outcome_display()),
        "jawaban": one.answer,
    }


def _agreement(one: Agreement) -> dict[str, Any]:
    return {
        "nomor": one.number,
        "masukan": one.suggestion.number if one.suggestion else None,
        "isi": one.text,
        "oleh": f"{one.owner}, {one.unit}" if one.owner else str(one.unit),
        "tanggal": one.due_on.isoformat(),
    }


def _signatory(one: Signatory) -> dict[str, Any]:
    name = one.name if one.is_named else ""
    return {"unsur": str(one.get_element_display()), "sebagai": one.capacity, "nama": name}


def _of_units(_user: User, _period: UUID, units: set[int] | None) -> QuerySet[Forum]:
    """A forum belongs to no period of judging people."""
    rows = Forum.objects.filter(status=ForumStatus.DITETAPKAN)
    return rows if units is None else rows.filter(unit__in=units)


def _check_can_sign(user: User, forum: Forum) -> None:
    permissions.check_can_run_forum(user, forum.unit)


BERITA_ACARA = Paper(
    code="berita_acara_forum",
    label=_("Berita acara forum konsultasi publik"),
    model=Forum,
    render=minutes_pdf,
    content=minutes_content,
    check_can_see=permissions.check_can_see_forum,
    check_can_sign=_check_can_sign,
    subjects=_of_units,
)

register(BERITA_ACARA)
