"""People who do not exist: names nobody bears, and numbers of the right form that nobody was given."""

from dataclasses import dataclass
from datetime import date

from abdi.organisation.enums import EmployeeStatus

_WOMEN = (
    "Ani", "Ayu", "Citra", "Dina", "Endah", "Fitri", "Gita", "Hesti", "Ika", "Juwita", "Kartika", "Lestari",
    "Mega", "Nurul", "Okta", "Puspita", "Rahayu", "Sinta", "Tari", "Umi", "Vina", "Widya", "Yanti", "Zahra",
    "Asih", "Bunga", "Cahya", "Dyah", "Erna", "Farida",
)  # fmt: skip
_MEN = (
    "Adi", "Bayu", "Cahyo", "Dimas", "Edi", "Fajar", "Galih", "Hendra", "Indra", "Jaya", "Krisna", "Lukman",
    "Made", "Nanang", "Oki", "Pandu", "Rudi", "Slamet", "Teguh", "Untung", "Wahyu", "Yoga", "Zaki", "Arif",
    "Bambang", "Darma", "Ferdi", "Guntur", "Heru", "Irfan",
)  # fmt: skip
_FAMILIES = (
    "Misalan", "Umpamanya", "Seandainya", "Contohan", "Andaian", "Rekaan", "Ibarat", "Bayangan",
    "Permisalan", "Tamsil", "Kiasan", "Anggapan",
)  # fmt: skip
_WOMEN_OF_THE_CAST = {
    "rina", "dewi", "sari", "tuti", "wati", "nina", "lina", "maya", "ratih", "siti", "dini", "wulan",
}  # fmt: skip
_RANKS = (
    (14, "Pembina Utama Muda (IV/c)"),
    (11, "Pembina (IV/a)"),
    (9, "Penata (III/c)"),
    (7, "Penata Muda (III/a)"),
    (0, "Pengatur (II/c)"),
)
_PPPK_EVERY = 4  # one in so many of the lower classes holds a contract
_PPPK_BELOW = 9
_WOMAN, _MAN = 2, 1


@dataclass(frozen=True, slots=True)
class Identity:
    name: str
    nip: str
    status: EmployeeStatus
    golongan: str


def identity(number: int, kelas: int, given: str = "") -> Identity:
    """The person of that number in a post of that class; `given` names one of the cast."""
    is_woman = given.split()[0].lower() in _WOMEN_OF_THE_CAST if given else number % 2 == 0
    name = given or _name(number, is_woman=is_woman)
    if kelas < _PPPK_BELOW and number % _PPPK_EVERY == 0 and not given:
        return Identity(name, _ni_pppk(number, is_woman=is_woman), EmployeeStatus.PPPK, "IX")
    golongan = next(rank for lowest, rank in _RANKS if kelas >= lowest)
    return Identity(name, _nip(number, kelas, is_woman=is_woman), EmployeeStatus.PNS, golongan)


def _name(number: int, *, is_woman: bool) -> str:
    """No first name meets the same family name twice among the first few hundred."""
    first = _WOMEN if is_woman else _MEN
    turn, place = divmod(number // 2, len(first))
    return f"{first[place]} {_FAMILIES[(place + turn + turn * is_woman) % len(_FAMILIES)]}"


def _nip(number: int, kelas: int, *, is_woman: bool) -> str:
    born = _birthday(number, 2004 - 2 * kelas - number % 5)
    return f"{born:%Y%m%d}{born.year + 24}{number % 12 + 1:02d}{_sex(is_woman)}{_sequence(number)}"


def _ni_pppk(number: int, *, is_woman: bool) -> str:
    return f"{_birthday(number, 1990 + number % 8):%Y%m%d}{2021 + number % 4}21{_sex(is_woman)}{_sequence(number)}"


def _birthday(number: int, year: int) -> date:
    return date(year, number % 12 + 1, number % 28 + 1)


def _sex(is_woman: bool) -> int:
    return _WOMAN if is_woman else _MAN


def _sequence(number: int) -> int:
    """Numbers so high are not reached where some tens of people start in one month."""
    return 900 + number % 100
