"""How others call the state of a complaint, and what we call it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from abdi.integrations.tables.columns import near
from abdi.platform.errors import InputRefused
from abdi.voice.complaints.enums import Status

# what a complaint that comes in by a table may be: a stop has a cause and a cap, which no table tells
ARRIVES_AS = (
    Status.BARU,
    Status.TERVERIFIKASI,
    Status.DITERUSKAN,
    Status.DIPROSES,
    Status.DIJAWAB,
    Status.SELESAI,
)
# words seen in NYC 311, Open311 servers and agencies' own lists; a file that says others names them with --status
USUAL = {
    "open": Status.BARU,
    "new": Status.BARU,
    "belum terverifikasi": Status.BARU,
    "assigned": Status.DITERUSKAN,
    "terdisposisi": Status.DITERUSKAN,
    "in progress": Status.DIPROSES,
    "started": Status.DIPROSES,
    "sedang diproses": Status.DIPROSES,
    "pending": Status.DIPROSES,
    "tertunda": Status.DIPROSES,
    "closed": Status.SELESAI,
    **{str(status.value): status for status in ARRIVES_AS},
}


def is_further(there: Status, here: str) -> bool:
    """Whether a complaint has to be moved on; one that went another way here is left alone."""
    return here in ARRIVES_AS and ARRIVES_AS.index(there) > ARRIVES_AS.index(Status(here))


class States:
    """`said`: WORD=state, as given on the command line; it wins over the usual words."""

    def __init__(self, said: Iterable[str]) -> None:
        self._words = USUAL | dict(map(_pair, said))

    def of(self, word: str) -> Status:
        """ValueError, with the reason, for a word that nobody explained."""
        try:
            return self._words[word.lower()]
        except KeyError:
            reason = _("status “%s” tidak dikenal; jelaskan dengan --status, misalnya --status “%s=diproses”")
            raise ValueError(reason % (word[:40], word[:40])) from None


def _pair(text: str) -> tuple[str, Status]:
    word, equals, state = text.rpartition("=")
    known = [str(one.value) for one in ARRIVES_AS]
    if not equals or state not in known:
        raise InputRefused(
            _("“%(pair)s” pada --status harus berbentuk KATA=keadaan%(hint)s; keadaan: %(known)s.")
            % {"pair": text[:80], "hint": near(state, known), "known": ", ".join(known)}
        )
    return word.strip().lower(), Status(state)
