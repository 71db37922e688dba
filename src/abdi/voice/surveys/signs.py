"""What makes an answer worth a second look. It is told and never dropped: figures stand with and without it.

Pure: one answer at a time here, a million at once in `signs_sql` (a test holds the two to the same findings).

Two kinds. A straight line or a long run says little about one citizen, who may well be content with everything; such
signs are told as a share only. The others say something about how the answer came in, and set it apart.

Careless answering: Meade & Craig, "Identifying careless responses in survey data", Psychological Methods 17 (2012); a
run is long from half of the questions on (Curran, J. Exp. Soc. Psychol. 66, 2016). Staff who answer for citizens:
Wibowo, Jurnal Ilmu Administrasi 17(1), 2020.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from itertools import groupby
from math import sqrt

from django.db import models
from django.utils.translation import gettext_lazy as _

BURST_SECONDS = 60  # nobody reads nine questions and hands the device to the next in less
AFTER_HOURS_RUN = 3  # one citizen may answer at night; three in a row on one device are no three citizens
DEVICE_MANY = 5  # answers about one officer from one device that is no kiosk; a household gives fewer
DESK_MINIMUM = 10  # answers below which the share of straight lines at a desk is chance
DESK_DEVIATIONS = 4.0  # standard deviations above everybody's share; by chance one desk in thirty thousand


class Sign(models.TextChoices):
    """Kept with the answer under these codes."""

    STRAIGHT_LINE = "straight_line", _("Jawaban sama untuk semua unsur")
    RUN = "run", _("Jawaban sama berderet panjang")
    REPEAT = "repeat", _("Sama dengan jawaban sebelumnya")
    STRAIGHT_DESK = "straight_desk", _("Jawaban seragam jauh lebih sering daripada di meja lain")
    BURST = "burst", _("Kurang dari semenit sesudah jawaban lain dari perangkat yang sama")
    OFFICE_ADDRESS = "office_address", _("Dikirim dari jaringan kantor")
    AFTER_HOURS = "after_hours", _("Berderet dari satu perangkat di luar jam layanan")
    STAFF_BROWSER = "staff_browser", _("Dari peramban yang pernah dipakai pegawai masuk")
    ONE_DEVICE = "one_device", _("Banyak jawaban tentang satu petugas dari satu perangkat")


SHARE_ONLY = frozenset({Sign.STRAIGHT_LINE, Sign.RUN, Sign.REPEAT})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How one answer came in, known while it does and not kept afterwards.

    `gap`: seconds to the nearest other answer from the same device; None if there is none. `in_a_row`: answers of this
    device outside opening hours on that day, this one among them. `on_device`: answers from this device about the
    same officer, this one among them. A registered kiosk, which everybody shares, has no `on_device`.
    """

    is_staff_browser: bool = False
    address: str = ""
    offices: Sequence[str] = ()
    gap: float | None = None
    in_a_row: int = 0
    on_device: int = 0


def signs_of(answers: Mapping[str, int], around: Circumstances) -> list[Sign]:
    """Every sign that one answer bears on its own, the telling ones first."""
    given = list(answers.values())
    found = {
        Sign.STAFF_BROWSER: around.is_staff_browser,
        Sign.ONE_DEVICE: one_device(around.on_device),
        Sign.BURST: burst(around.gap),
        Sign.OFFICE_ADDRESS: office_address(around.address, around.offices),
        Sign.AFTER_HOURS: after_hours(around.in_a_row),
        Sign.STRAIGHT_LINE: straight_line(given),
        Sign.RUN: run(given),
    }
    return [sign for sign, is_there in found.items() if is_there]


def is_flagged(signs: Iterable[str]) -> bool:
    """Whether the figures "without" leave the answer out; a share-only sign does not do that."""
    return any(sign not in SHARE_ONLY for sign in signs)


def straight_line(answers: Sequence[int]) -> bool:
    """One answer throughout; `answers` in the order they were asked, blank ones left out."""
    return len(answers) > 1 and len(set(answers)) == 1


def run(answers: Sequence[int]) -> bool:
    """The same answer to half of the questions or more in a row, short of all."""
    longest = max((len(list(same)) for _answer, same in groupby(answers)), default=0)
    return 1 < longest < len(answers) <= longest + longest


def burst(gap: float | None) -> bool:
    return gap is not None and gap < BURST_SECONDS


def office_address(address: str, offices: Sequence[str]) -> bool:
    """`offices`: networks such as 10.20.0.0/16. What is no address lies in none."""
    try:
        place = ip_address(address)
    except ValueError:
        return False
    return any(place in ip_network(one, strict=False) for one in offices)


def after_hours(in_a_row: int) -> bool:
    return in_a_row >= AFTER_HOURS_RUN


def one_device(on_device: int) -> bool:
    return on_device >= DEVICE_MANY


def straight_desk(straight: int, n: int, share: float) -> bool:
    """Whether straight lines at one desk are more than chance would bring, if all desks had the `share` of all.

    The normal approximation of a binomial count, with the half that corrects for its steps.
    """
    if n < DESK_MINIMUM or not 0 < share < 1:
        return False
    expected, spread = n * share, sqrt(n * share * (1 - share))
    return straight - 0.5 > expected + DESK_DEVIATIONS * spread
