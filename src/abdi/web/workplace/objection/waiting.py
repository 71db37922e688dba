"""What waits for one person: a tab for each thing to do, paged."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from abdi.evaluation.contest.selectors import to_check
from abdi.evaluation.handover.models import Handover
from abdi.evaluation.handover.selectors import due_of, to_answer, to_hand_over, to_settle
from abdi.evaluation.models import Evaluation
from abdi.evaluation.objection.selectors import to_decide, to_explain
from abdi.evaluation.recusal.selectors import conflicts_to_decide, judged_in_place
from abdi.organisation.models import Employee
from abdi.platform.accounts.models import User

ON_A_PAGE = 25


@dataclass(frozen=True)
class Row:
    """About whom, which thing, until when, and where it is done."""

    person: Employee
    about: str
    due: date | None
    href: str


@dataclass(frozen=True)
class Tab:
    code: str
    label: str | Promise
    rows: QuerySet[Any]
    row: Callable[[Any], Row]


def tabs_of(user: User, me: Employee, today: date) -> list[Tab]:
    """In the order of a judgement's life. Counting and one page of rows cost a query each."""
    return [
        Tab("ganti", _("Nilai sebagai pengganti"), judged_in_place(me), _instead),
        Tab("benturan", _("Benturan kepentingan"), conflicts_to_decide(me), _conflict),
        Tab("serah", _("Serahkan"), to_hand_over(user), _card),
        Tab("tetapkan", _("Tetapkan"), to_settle(me, today), _card),
        Tab("tanya", _("Jawab"), to_answer(user), _question),
        Tab("jelaskan", _("Jelaskan"), to_explain(me), _explanation),
        Tab("putus", _("Putuskan"), to_decide(me), _decision),
        Tab("data", _("Periksa data"), to_check(user), _contest),
    ]


def waiting_context(user: User, me: Employee, today: date, asked: str, page: str | None) -> dict[str, Any]:
    """`asked`: the code of a tab; else the first with something in it."""
    counted = [(tab, tab.rows.count()) for tab in tabs_of(user, me, today)]
    full = [tab for tab, count in counted if count]
    chosen = next((tab for tab, _count in counted if tab.code == asked), full[0] if full else counted[0][0])
    found = Paginator(chosen.rows, ON_A_PAGE).get_page(page)
    return {
        "tabs": [{"code": tab.code, "label": tab.label, "count": count} for tab, count in counted if count],
        "chosen": chosen,
        "page": found,
        "rows": [chosen.row(one) for one in found.object_list],
        "today": today,
    }


def _card(one: Evaluation) -> Row:
    # fetched with the row; absent before the first step
    due = one.handover.due if hasattr(one, "handover") else due_of(Handover(evaluation=one))
    return Row(one.skp.employee, str(one.period), due, _at("report_card", one))


def _question(one: Any) -> Row:
    evaluation = one.evaluation
    return Row(evaluation.skp.employee, one.text, None, _at("report_card", evaluation))


def _explanation(one: Any) -> Row:
    return Row(
        one.evaluation.skp.employee, str(one.evaluation.period), one.explain_due, _at("keberatan", one)
    )


def _decision(one: Any) -> Row:
    return Row(one.evaluation.skp.employee, str(one.evaluation.period), one.decide_due, _at("keberatan", one))


def _conflict(one: Any) -> Row:
    return Row(one.skp.employee, str(one.assessor), one.due, _at("conflict", one))


def _instead(one: Any) -> Row:
    return Row(
        one.skp.employee, str(one.skp.period), None, reverse("workplace:skp_detail", args=[one.skp.uid])
    )


def _contest(one: Any) -> Row:
    realisation = one.realisation
    return Row(realisation.evaluation.skp.employee, realisation.iki.text, one.due, _at("contest", one))


def _at(name: str, one: Any) -> str:
    return reverse(f"workplace:{name}", args=[one.uid])
