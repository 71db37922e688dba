"""Reads that shape the board; the number of queries never grows with the people on it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from abdi.evaluation.calibration.enums import Answer
from abdi.evaluation.calibration.models import Move, Seat, Session
from abdi.evaluation.calibration.statistics import Pair
from abdi.evaluation.enums import EvaluationStatus, Rating
from abdi.evaluation.models import Evaluation
from abdi.organisation.models import Employee, Unit
from abdi.organisation.selectors import units_below
from abdi.planning.models import Period

Cell = tuple[str, str]


@dataclass(frozen=True)
class Board:
    """Cells by (hasil, perilaku): how many stand there, and the first of them by name."""

    people: Mapping[Cell, int]
    first: Mapping[Cell, list[Seat]]

    @property
    def total(self) -> int:
        return sum(self.people.values())


def drafts_of(unit: Unit, period: Period) -> QuerySet[Evaluation]:
    """Evaluations of the unit and all below it with two drafted ratings and no predikat yet."""
    return Evaluation.objects.filter(
        period=period,
        status=EvaluationStatus.DRAF,
        rating_hasil__in=Rating.values,
        rating_perilaku__in=Rating.values,
        skp__position__unit__in=units_below(unit),
    ).select_related("skp")


def seats_of(session: Session, assessor: Employee | None = None) -> QuerySet[Seat]:
    """All on the board, or those of one assessor; with what a card prints."""
    seats = Seat.objects.filter(session=session)
    seats = seats.filter(assessor=assessor) if assessor else seats
    return seats.select_related("evaluation__skp__employee", "evaluation__skp__position", "assessor")


def board_of(session: Session, assessor: Employee | None, cards: int) -> Board:
    """The nine cells with at most `cards` people each; two queries."""
    seats = seats_of(session, assessor)
    counts = seats.order_by().values_list("hasil", "perilaku").annotate(people=Count("pk"))
    placed = seats.annotate(
        place=Window(
            RowNumber(),
            partition_by=[F("hasil"), F("perilaku")],
            order_by=[F("evaluation__skp__employee__name").asc(), F("pk").asc()],
        )
    ).filter(place__lte=cards)
    first: dict[Cell, list[Seat]] = {}
    for seat in placed.order_by("place"):
        first.setdefault((seat.hasil, seat.perilaku), []).append(seat)
    return Board({(hasil, perilaku): people for hasil, perilaku, people in counts}, first)


def cell_of(session: Session, assessor: Employee | None, hasil: str, perilaku: str) -> QuerySet[Seat]:
    """Everybody in one cell, by name."""
    found = seats_of(session, assessor).filter(hasil=hasil, perilaku=perilaku)
    return found.order_by("evaluation__skp__employee__name", "pk")


def ratings_by_assessor(session: Session, *, after: bool = False) -> dict[int, Counter[Pair]]:
    """Assessor id → how many of his people carry which pair of ratings; one query, at most nine rows each.

    As he drafted them, or (`after`) as the board has them now.
    """
    fields = ("hasil", "perilaku") if after else ("before_hasil", "before_perilaku")
    rows = session.seats.order_by().values_list("assessor", *fields).annotate(people=Count("pk"))
    found: dict[int, Counter[Pair]] = {}
    for assessor, hasil, perilaku, people in rows:
        found.setdefault(assessor, Counter())[Pair(hasil, perilaku)] += people
    return found


def assessors_of(session: Session, only: Employee | None = None) -> QuerySet[Employee]:
    """Who has people on the board, by name."""
    on_board = session.seats.order_by().values("assessor")
    found = Employee.objects.filter(pk__in=on_board)
    return (found.filter(pk=only.pk) if only else found).order_by("name", "pk")


def sessions_seen(units: set[int] | None, assessor: Employee | None) -> QuerySet[Session]:
    """Of units whose board somebody leads (None: all), and those with people of his on them."""
    seen = Q() if units is None else Q(unit__in=units)
    if assessor and units is not None:
        seen |= Q(pk__in=Seat.objects.filter(assessor=assessor).values("session"))
    people = Count("seats", distinct=True)
    waiting = Count("seats", filter=Q(seats__answer=Answer.BELUM), distinct=True)
    return (
        Session.objects.filter(seen)
        .select_related("unit", "period")
        .annotate(people=people, waiting=waiting)
        .order_by("-period__end", "-opened_at")
    )


def moves_of(seat: Seat) -> Iterable[Move]:
    """Every proposal for one person, oldest first."""
    return seat.moves.select_related("author").order_by("pk")


def latest_proposal(evaluation: Evaluation) -> Seat | None:
    """The newest place on a board that the assessor has not answered yet."""
    waiting = evaluation.seats.filter(answer=Answer.BELUM).select_related("session__unit", "session__period")
    return waiting.order_by("-pk").first()
