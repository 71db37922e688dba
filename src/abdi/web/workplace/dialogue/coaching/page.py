"""One session for whoever may see it; each part asks for itself."""

from typing import Any

from django.http import HttpRequest

from abdi.activity.dialogue import permissions
from abdi.activity.dialogue.models import Session


def session_context(request: HttpRequest, session: Session) -> dict[str, Any]:
    user, given = request.user, getattr(session, "feedback", None)
    forms = not session.is_private
    reads = permissions.can_read_session_feedback(user, session)
    return {
        "session": session,
        "reads_notes": permissions.can_read_notes(user, session),
        "gives_feedback": forms and given is None and permissions.can_give_session_feedback(user, session),
        "feedback": given if forms and reads else None,
        "assesses": forms and permissions.can_assess_competencies(user, session),
        "competencies": list(session.competencies.all()) if forms else [],
    }
