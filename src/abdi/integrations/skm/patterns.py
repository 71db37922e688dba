"""Which lines of a file bear a sign that its answers alone show. They are reported, never refused."""

from collections.abc import Iterable

from abdi.integrations.skm.responses import Response
from abdi.voice.surveys.signs import run, straight_line


def lines_of(responses: Iterable[Response]) -> dict[str, list[int]]:
    """Line numbers of responses that are one answer throughout, hold a long run, or repeat the one before."""
    found: dict[str, list[int]] = {"straight": [], "runs": [], "repeats": []}
    before: list[int] = []
    for response in responses:
        answers = list(response.answers.values())
        if straight_line(answers):
            found["straight"].append(response.line)
        elif run(answers):
            found["runs"].append(response.line)
        if answers and answers == before:
            found["repeats"].append(response.line)
        before = answers
    return found
