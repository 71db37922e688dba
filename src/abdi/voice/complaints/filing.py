"""A complaint comes in. Published through `actions`."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec, TypeVar, Unpack

from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from abdi.platform import moments
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.encryption import keyed_digest
from abdi.platform.keys.pace import check_pace
from abdi.platform.validation import stated, write
from abdi.platform.verification.codes import ALPHABET, LENGTH
from abdi.voice.complaints import permissions, policies, vault
from abdi.voice.complaints.models import Complaint
from abdi.voice.complaints.photos import keep_photos
from abdi.voice.complaints.recipients import coordinators, inspectors
from abdi.voice.complaints.search import remember_words
from abdi.voice.complaints.steps import begin
from abdi.voice.complaints.telling import tell_staff
from abdi.voice.complaints.telltale import masked
from abdi.voice.complaints.timing import is_filed_late, set_receipt_deadlines
from abdi.voice.complaints.types import Report

P = ParamSpec("P")
R = TypeVar("R")
_NUMBER_LENGTH = 6  # 32^6 beside a check that it is free; it is read aloud, and secret to nobody
_TITLE = 80  # letters of a title made from the text


def paced(verb: Callable[P, R]) -> Callable[P, R]:
    """Slow down one network address, for each kind of report apart. Outside the transaction: a refusal counts too."""

    @wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if sender := kwargs.get("sender"):
            check_pace(f"complaints:{kwargs['kind']}:{sender}", limit=policies.PER_MINUTE)
        return verb(*args, **kwargs)

    return run


@paced
@action
def file_complaint(*, actor: User, **report: Unpack[Report]) -> Complaint:
    """Take a report, and give it a code; the same `submission` or `source_key` again gives back the first.

    An anonymous one is written without what names its reporter; that goes into the vault. `sender` slows down floods,
    and is kept nowhere. Raises InputRefused, PermissionRefused, PaceRefused.
    """
    permissions.check_can_file(actor, report["channel"])
    policies.check_kind(report["kind"], report["channel"])
    filed = Complaint(kind=report["kind"], channel=report["channel"])
    _origin(filed, report)
    if known := _known(filed):
        record(actor=actor, tag="complaints:complaint:file_again", subject=known)
        return known
    _subject(filed, report)
    _words(filed, report)
    reporter = vault.read_reporter(report.get("identity"))
    hidden = vault.hide(filed, reporter)
    _conclude(filed, vault.own_words(reporter))
    with moments.replayed_at(filed.received_at):
        write(filed)
        begin(filed, "file", actor)
    remember_words(filed)
    vault.put_away(filed, reporter, hidden)
    photos = report.get("photos", ())
    keep_photos(filed, photos, actor)
    told = {"number": filed.number, "kind": filed.kind, "channel": filed.channel, "photos": len(photos)}
    record(actor=actor, tag="complaints:complaint:file", subject=filed, data=told)
    _tell(filed)
    return filed


def _origin(filed: Complaint, report: Report) -> None:
    """Where it comes from and when, so that a second sending is known."""
    filed.source, filed.source_key = report.get("source") or filed.channel, report.get("source_key", "")
    if submission := report.get("submission"):
        filed.submission = keyed_digest(f"complaint:{submission}")
    received_at = report.get("received_at")
    policies.check_moment(received_at, filed.channel)
    filed.received_at = filed.felt_since = filed.status_since = received_at or moments.now()


def _known(filed: Complaint) -> Complaint | None:
    same = Complaint.objects.none()
    if filed.source_key:
        same = Complaint.objects.filter(source=filed.source, source_key=filed.source_key)
    elif filed.submission:
        same = Complaint.objects.filter(submission=filed.submission)
    return same.first()


def _subject(filed: Complaint, report: Report) -> None:
    filed.category, filed.layanan = report.get("category"), report.get("layanan")
    filed.unit = report.get("unit")
    policies.check_category(filed.category)
    filed.happened_on = report.get("happened_on")
    policies.check_happened(filed.happened_on, filed.received_at)
    filed.about_employee, filed.attrs = report.get("about"), dict(report.get("attrs") or {})
    filed.is_anonymous, filed.is_secret = report.get("is_anonymous", False), report.get("is_secret", False)
    filed.is_at_home = report.get("is_at_home", False)
    if place := report.get("place"):
        policies.check_place(place)
        filed.lat, filed.lon = place.lat, place.lon
        filed.address = policies.read_text(place.address, "address", longest=policies.LONGEST_SHORT)


def _words(filed: Complaint, report: Report) -> None:
    short = policies.LONGEST_SHORT
    text = policies.read_text(report["text"], "text")
    filed.text = stated(text, _("Tulis apa yang terjadi, cukup dengan kata-kata Anda."), "text")
    filed.title = policies.read_text(report.get("title", ""), "title", longest=short)
    filed.requested_solution = policies.read_text(report.get("requested_solution", ""), "requested_solution")
    filed.about_words = policies.read_text(report.get("about_words", ""), "about_words", longest=short)


def _conclude(filed: Complaint, own: Sequence[str]) -> None:
    """What follows from it: a title, a draft for the public, who may see it, by when it is answered."""
    filed.public_text = masked(filed.text, own)
    filed.title = masked(filed.title or _headline(filed.public_text), own)[: policies.LONGEST_TITLE]
    sensitive = filed.category is not None and filed.category.goes_to_pengawas
    filed.is_about_person = bool(filed.about_employee or filed.about_words or sensitive)
    filed.is_filed_late = is_filed_late(filed.happened_on, filed.received_at)
    set_receipt_deadlines(filed)
    filed.code, filed.number = get_random_string(LENGTH, ALPHABET), _free_number()


def _tell(filed: Complaint) -> None:
    people = set(coordinators(filed))
    if filed.is_about_person:
        people |= set(inspectors(filed))
    tell_staff(people, filed, _("Laporan baru menunggu verifikasi"))


def _headline(text: str) -> str:
    """The first sentence, or as much of it as fits."""
    line = text.split("\n", 1)[0].split(". ", 1)[0].strip()
    return line if len(line) <= _TITLE else line[:_TITLE].rsplit(" ", 1)[0].rstrip(" ,.;") + "…"


def _free_number() -> str:
    while True:
        number = f"ADU-{get_random_string(_NUMBER_LENGTH, ALPHABET)}"
        if not Complaint.objects.filter(number=number).exists():
            return number
