"""What was put to the vote, round by round, and as much of the result as betrays nobody's choice."""

from dataclasses import dataclass

from abdi.measurement.minimum import MINIMUM_N
from abdi.voice.projects.ballots import is_voting_open, tally
from abdi.voice.projects.enums import DRAWN_IN
from abdi.voice.projects.models import Alternative, Decision, Project


@dataclass(frozen=True)
class Option:
    """`votes` once they are counted, `why_not` once it is decided."""

    alternative: Alternative
    votes: int | None
    is_chosen: bool
    why_not: str


@dataclass(frozen=True)
class Round:
    """Alternatives put to the vote together. `cast`: how many voted, also while nobody is told for what.

    `is_few`: so few that the counts would tell what somebody chose who is known to have voted.
    """

    number: int
    options: list[Option]
    is_open: bool
    cast: int
    is_few: bool
    decision: Decision | None


def rounds_of(project: Project) -> list[Round]:
    """Newest first; alternatives that are still being drawn are not shown."""
    last = project.round - 1 if project.phase in DRAWN_IN else project.round
    rows = project.decisions.select_related("chosen").prefetch_related("rejections")
    decided = {one.round: one for one in rows}
    return [_round(project, number, decided.get(number)) for number in range(last, 0, -1)]


def _round(project: Project, number: int, decision: Decision | None) -> Round:
    """Where votes are not told, neither does the order tell them."""
    is_open = number == project.round and is_voting_open(project)
    counted = tally(project, number)
    cast = sum(one.votes for one in counted)
    is_few = 0 < cast < MINIMUM_N and not is_open
    is_told = not (is_open or is_few)
    if not is_told:
        counted = sorted(counted, key=lambda one: one.alternative.number)
    whys = {one.alternative_id: one.reason for one in decision.rejections.all()} if decision else {}
    options = [
        Option(
            one.alternative,
            one.votes if is_told else None,
            decision is not None and decision.chosen_id == one.alternative.pk,
            whys.get(one.alternative.pk, ""),
        )
        for one in counted
    ]
    return Round(number, options, is_open, cast, is_few, decision)
