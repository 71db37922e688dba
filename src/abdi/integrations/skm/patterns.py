"""Answers that look as if nobody had read the questions. They are reported, never refused: a citizen may
well be content with everything.

Straight lines and long runs as in Meade & Craig, "Identifying careless responses in survey data",
Psychological Methods 17 (2012); a run is long from half of the questions on (Curran, J. Exp. Soc. Psychol. 66, 2016).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from abdi.integrations.skm.responses import Response


@dataclass
class Patterns:
    """Line numbers of responses that are one answer throughout, hold a long run, or repeat the one before."""

    straight: list[int] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    repeats: list[int] = field(default_factory=list)


def find_patterns(responses: Iterable[Response]) -> Patterns:
    found, before = Patterns(), None
    for response in responses:
        answers = list(response.answers.values())
        longest = max((len(list(run)) for _, run in groupby(answers)), default=0)
        if 1 < len(answers) == longest:
            found.straight.append(response.line)
        elif 1 < len(answers) <= longest + longest:
            found.runs.append(response.line)
        if answers and answers == before:
            found.repeats.append(response.line)
        before = answers
    return found
