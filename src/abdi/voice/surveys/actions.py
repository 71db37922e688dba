"""The verbs of the survey. Each refuses with `PermissionRefused`, `PolicyRefused` or `InputRefused`."""

from abdi.voice.surveys.answering import answer, answer_at_kiosk
from abdi.voice.surveys.entering import enter
from abdi.voice.surveys.minting import mint, revoke
from abdi.voice.surveys.releasing import release
from abdi.voice.surveys.setup import InstrumentSettings, change_instrument, change_period, open_period
from abdi.voice.surveys.words import reply

__all__ = [
    "InstrumentSettings",
    "answer",
    "answer_at_kiosk",
    "change_instrument",
    "change_period",
    "enter",
    "mint",
    "open_period",
    "release",
    "reply",
    "revoke",
]
