"""The two coaching forms in the table of official documents. Konseling has none."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from abdi.activity.dialogue.models import Session, SessionFeedback
from abdi.activity.dialogue.permissions import (
    check_can_assess_competencies,
    check_can_give_session_feedback,
    check_can_read_session_feedback,
    check_can_see_session,
)
from abdi.activity.dialogue.policies import check_form_open
from abdi.activity.dialogue.printing import b18_pdf, b19_pdf, competency_rows
from abdi.organisation.selectors import employee_of, employees_in, people_below, subordinates_of
from abdi.planning.models import Period
from abdi.platform.accounts.models import User
from abdi.platform.documents.papers import Paper, register


def _feedback_of(user: User, period: UUID, units: set[int] | None) -> QuerySet[SessionFeedback]:
    me = employee_of(user)
    if me is None:
        return SessionFeedback.objects.none()
    found = SessionFeedback.objects.filter(session__in=_sessions(period, units))
    return found.filter(Q(session__employee=me) | Q(session__official__in=subordinates_of(me)))


def _assessed(user: User, period: UUID, units: set[int] | None) -> QuerySet[Session]:
    me = employee_of(user)
    if me is None:
        return Session.objects.none()
    below = people_below(me, timezone.localdate())
    filled = _sessions(period, units).filter(competencies__isnull=False).distinct()
    return filled.filter(Q(employee=me) | Q(official=me) | Q(employee__in=below))


def _sessions(period: UUID, units: set[int] | None) -> QuerySet[Session]:
    """Of the days of a period, with people who worked in these units at its end."""
    span = Period.objects.get(uid=period)
    found = Session.objects.filter(day__range=(span.start, span.end))
    return found if units is None else found.filter(employee__in=employees_in(units, span.end))


def _check_can_see_b19(user: User, session: Session) -> None:
    check_can_see_session(user, session)
    check_form_open(session)


def _answers(given: SessionFeedback) -> dict[str, Any]:
    return {"jawaban": given.answers, "catatan": given.note}


def _competencies(session: Session) -> dict[str, Any]:
    rows = competency_rows(session)
    return {"kompetensi": rows} if rows else {}


B18 = Paper(
    code="b18",
    label=_("Umpan balik bimbingan (B.1.8)"),
    model=SessionFeedback,
    render=b18_pdf,
    content=_answers,
    check_can_see=lambda user, given: check_can_read_session_feedback(user, given.session),
    check_can_sign=lambda user, given: check_can_give_session_feedback(user, given.session),
    subjects=_feedback_of,
)
B19 = Paper(
    code="b19",
    label=_("Evaluasi kompetensi (B.1.9)"),
    model=Session,
    render=b19_pdf,
    content=_competencies,
    check_can_see=_check_can_see_b19,
    check_can_sign=check_can_assess_competencies,
    subjects=_assessed,
)

register(B18, B19)
