"""The fourteen components of PermenPANRB 15/2014: which field holds each, and how it reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.platform.ui import formats
from abdi.services.standards.models import Standar

Lines = list[str]
DELIVERY = 6  # the first six are what the public is told at the counter; the other eight are how it is made


@dataclass(frozen=True, slots=True)
class Component:
    number: int
    label: str | Promise
    lines: Callable[[Standar], Lines]  # nothing where it is missing


def _text(field: str) -> Callable[[Standar], Lines]:
    return lambda standar: [line for line in getattr(standar, field).splitlines() if line.strip()]


def _requirements(standar: Standar) -> Lines:
    optional = _("bila ada")
    return [
        one["text"] if one["is_required"] else f"{one['text']} ({optional})" for one in standar.requirements
    ]


def _time(standar: Standar) -> Lines:
    if standar.time_value is None:
        return []
    return [f"{formats.number(standar.time_value)} {standar.get_time_unit_display()}"]


def _fee(standar: Standar) -> Lines:
    if standar.fee is None:
        return [standar.fee_note] if standar.fee_note else []
    price = f"Rp{formats.number(standar.fee)}" if standar.fee else _("Gratis")
    return [price, standar.fee_note] if standar.fee_note else [price]


def _staff(standar: Standar) -> Lines:
    return [_("%s orang") % formats.number(standar.staff)] if standar.staff else []


_READING: Sequence[tuple[str | Promise, Callable[[Standar], Lines]]] = (
    (gettext_lazy("Persyaratan"), _requirements),
    (gettext_lazy("Sistem, mekanisme, dan prosedur"), lambda standar: list(standar.procedure)),
    (gettext_lazy("Jangka waktu penyelesaian"), _time),
    (gettext_lazy("Biaya atau tarif"), _fee),
    (gettext_lazy("Produk pelayanan"), _text("product")),
    (gettext_lazy("Penanganan pengaduan, saran, dan masukan"), _text("complaint")),
    (gettext_lazy("Dasar hukum"), lambda standar: list(standar.legal_basis)),
    (gettext_lazy("Sarana, prasarana, dan fasilitas"), _text("facilities")),
    (gettext_lazy("Kompetensi pelaksana"), _text("competence")),
    (gettext_lazy("Pengawasan internal"), _text("supervision")),
    (gettext_lazy("Jumlah pelaksana"), _staff),
    (gettext_lazy("Jaminan pelayanan"), _text("guarantee")),
    (gettext_lazy("Jaminan keamanan dan keselamatan pelayanan"), _text("safety")),
    (gettext_lazy("Evaluasi kinerja pelaksana"), _text("evaluation")),
)
COMPONENTS = tuple(Component(number, *one) for number, one in enumerate(_READING, start=1))

# what an edit of a draft may touch: the fourteen, and what the queue and the search need beside them
EDITABLE = frozenset(
    {
        *("requirements", "procedure", "time_value", "time_unit", "fee", "fee_note", "product", "complaint"),
        *(
            "legal_basis",
            "facilities",
            "competence",
            "supervision",
            "staff",
            "guarantee",
            "safety",
            "evaluation",
        ),
        *("wait_minutes", "channels", "everyday_words"),
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """One component that reads differently in two versions."""

    label: str
    before: Lines
    after: Lines


def missing(standar: Standar) -> list[str]:
    """Names of the components that say nothing yet."""
    return [str(one.label) for one in COMPONENTS if not one.lines(standar)]


def changes(before: Standar | None, after: Standar) -> list[Change]:
    """What a draft says otherwise than the version in force, component by component."""
    pairs = [(one, one.lines(before) if before else [], one.lines(after)) for one in COMPONENTS]
    return [Change(str(one.label), old, new) for one, old, new in pairs if old != new]
