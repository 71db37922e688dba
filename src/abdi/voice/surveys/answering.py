"""What a citizen answers. Published through `actions`.

The trail says that somebody answered, never by which link and never what.
"""

from datetime import date
from uuid import UUID

from django.utils import timezone

from abdi.organisation.models import Layanan
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.encryption import keyed_digest
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.services.devices.models import Device
from abdi.voice.surveys import permissions, policies
from abdi.voice.surveys.enums import Channel, WordKind
from abdi.voice.surveys.models import Instrument, Response, Token, Word
from abdi.voice.surveys.selectors import order_of
from abdi.voice.surveys.setup import kept_instrument
from abdi.voice.surveys.sheets import Sheet
from abdi.voice.surveys.signs import Circumstances, signs_of
from abdi.voice.surveys.tokens import submission_of


@action
def answer(*, actor: User, token: Token, sheet: Sheet, submission: str, around: Circumstances) -> None:
    """Once. The same `submission` again, after a bad connection, changes nothing; another is refused.

    `around` is judged now and forgotten. Raises PermissionRefused (somebody who works here), PolicyRefused (answered,
    expired, withdrawn), InputRefused.
    """
    permissions.check_can_answer(actor)
    hold(token, "instrument", "unit", "layanan", "employee")
    sent, today = submission_of(token.digest, submission), timezone.localdate()
    if not (token.is_used and token.submission_digest == sent):
        policies.check_open(token, today)
        _check(sheet, token.instrument, today)
        token.is_used, token.submission_digest = True, sent
        write(token)
        response = Response(unit=token.unit, layanan=token.layanan, employee=token.employee, day=today)
        response.channel = Channel.SENDIRI
        _keep(response, sheet, token.instrument, around)
        _keep_word(token, sheet, today)
    record(actor=actor, tag="surveys:response:answer", subject=token.instrument)


@action
def answer_at_kiosk(
    *, actor: User, device: Device, layanan: Layanan, sheet: Sheet, submission: str, around: Circumstances
) -> None:
    """On a machine that an admin let in: of a service of its unit, about no officer. A repeat changes nothing."""
    permissions.check_can_answer(actor)
    policies.check_served_at(device.unit, layanan)
    instrument, today = kept_instrument(), timezone.localdate()
    uid = UUID(keyed_digest(f"survei-kios:{device.uid}:{submission}")[:32])
    if not Response.objects.filter(uid=uid).exists():
        _check(sheet, instrument, today)
        response = Response(uid=uid, unit=device.unit, layanan=layanan, device=device, day=today)
        response.channel = Channel.KIOS
        _keep(response, sheet, instrument, around)
    record(actor=actor, tag="surveys:response:answer", subject=instrument)


def _check(sheet: Sheet, instrument: Instrument, today: date) -> None:
    policies.check_answers(sheet.answers, today)
    policies.check_extra(instrument, sheet.extra)
    policies.check_words(sheet.words, "words")
    policies.check_word(sheet.kind, sheet.word)


def _keep(response: Response, sheet: Sheet, instrument: Instrument, around: Circumstances) -> None:
    response.answers = {unsur: sheet.answers[unsur] for unsur in order_of(instrument)}
    response.extra, response.words = dict(sheet.extra), sheet.words.strip()
    response.flags = [sign.value for sign in signs_of(response.answers, around)]
    write(response)


def _keep_word(token: Token, sheet: Sheet, today: date) -> None:
    if sheet.word.strip() and token.employee is not None:
        word = Word(unit=token.unit, layanan=token.layanan, employee=token.employee, day=today)
        word.kind, word.text = WordKind(sheet.kind), sheet.word.strip()
        write(word)
