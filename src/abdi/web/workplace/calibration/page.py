"""The board on screen: nine cells, the move that is being made, and the figures of each assessor."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from abdi.evaluation.calibration.enums import Answer
from abdi.evaluation.calibration.models import Seat, Session
from abdi.evaluation.calibration.permissions import can_answer
from abdi.evaluation.calibration.selectors import (
    Board,
    assessors_of,
    board_of,
    moves_of,
    ratings_by_assessor,
    seats_of,
)
from abdi.evaluation.calibration.statistics import MINIMUM_PEOPLE, Figure, statistics_of
from abdi.evaluation.enums import Rating
from abdi.evaluation.selectors import quadrant
from abdi.organisation.models import Employee
from abdi.web.workplace.calibration.finding import limited_to
from abdi.web.workplace.calibration.forms import AcceptForm, KeepForm, MoveForm
from abdi.web.workplace.finding import find_one_of

CARDS_IN_A_CELL = 8
ASSESSORS_ON_A_PAGE = 20


def board_context(request: HttpRequest, session: Session, form: MoveForm | None = None) -> dict[str, Any]:
    """`form`: a move that was refused."""
    only = limited_to(request, session)
    leads = only is None
    board = board_of(session, only, CARDS_IN_A_CELL)
    asked = form["seat"].value() if form else request.GET.get("kartu", "")
    moved = find_one_of(seats_of(session), asked) if asked and leads and session.is_open else None
    assessors = Paginator(assessors_of(session, only), ASSESSORS_ON_A_PAGE).get_page(request.GET.get("page"))
    return {
        "session": session,
        "leads": leads,
        "total": board.total,
        "rows": _cells(session, board),
        "moved": moved,
        "form": (form or MoveForm.of(moved, request.GET)) if moved else None,
        "assessors": assessors,
        "figures": _figures(session, assessors),
        "minimum": MINIMUM_PEOPLE,
    }


def cell_words(session: Session, hasil: str, perilaku: str) -> dict[str, str]:
    table = quadrant(session.period.end)
    return {
        "hasil": str(Rating(hasil).label),
        "perilaku": str(Rating(perilaku).label),
        "predikat": table[hasil][perilaku],
    }


def seat_context(request: HttpRequest, seat: Seat, **bound: Any) -> dict[str, Any]:
    """`bound`: a form that was refused, `accept` or `keep`."""
    waits = seat.answer == Answer.BELUM and not seat.evaluation.is_decided and can_answer(request.user, seat)
    return {
        "seat": seat,
        "session": seat.session,
        "employee": seat.evaluation.skp.employee,
        "moves": moves_of(seat),
        "waits": waits,
        "accept": bound.get("accept") or AcceptForm(),
        "keep": bound.get("keep") or KeepForm(),
    }


def _cells(session: Session, board: Board) -> list[list[dict[str, Any]]]:
    """Best hasil on top, best perilaku on the right, as the quadrant is drawn."""
    table = quadrant(session.period.end)
    return [
        [
            {
                "hasil": hasil,
                "perilaku": perilaku,
                "hasil_words": Rating(hasil).label,
                "perilaku_words": Rating(perilaku).label,
                "predikat": table[hasil][perilaku],
                "people": board.people.get((hasil, perilaku), 0),
                "seats": board.first.get((hasil, perilaku), []),
                "more": board.people.get((hasil, perilaku), 0) - len(board.first.get((hasil, perilaku), [])),
            }
            for perilaku in reversed(Rating.values)
        ]
        for hasil in Rating.values
    ]


def _figures(session: Session, assessors: Page[Employee]) -> list[dict[str, Any]]:
    """Before and after the board, each beside all of its people."""
    before, after = ratings_by_assessor(session), ratings_by_assessor(session, after=True)
    all_before, all_after = _together(before), _together(after)
    rows = []
    for assessor in assessors:
        first = statistics_of(before[assessor.pk], all_before)
        now = statistics_of(after[assessor.pk], all_after)
        rows.append(
            {
                "assessor": assessor,
                "people": first.people,
                "enough": first.is_enough,
                "before": first,
                "after": now,
                "words": _leniency_words(first.leniency),
            }
        )
    return rows


def _together(by_assessor: Any) -> Any:
    parts = list(by_assessor.values())
    return sum(parts[1:], parts[0]) if parts else {}


def _leniency_words(figure: Figure | None) -> str:
    """Said only where the whole interval lies on one side."""
    if figure is None or figure.low is None or figure.high is None:
        return ""
    if figure.low > 0:
        return _("lebih longgar daripada papan")
    return _("lebih ketat daripada papan") if figure.high < 0 else _("tidak terbedakan dari papan")
