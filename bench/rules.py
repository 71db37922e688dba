"""How many questions a second the law answers: every rule with the first case written for it, in turn."""

import time
from collections.abc import Iterator
from itertools import cycle, islice
from statistics import median
from typing import Any

from abdi.rules.examples import Case, all_cases, answer
from bench.harness import Figure, report

QUESTIONS = {"ci": 5_000, "large": 50_000}
ROUNDS = 5
GOAL = 5_000


def run(size: str) -> Iterator[Figure]:
    """Evaluations per second with their whole lineage, over all rules alike."""
    questions = list(islice(cycle(_first_cases().items()), QUESTIONS[size]))
    _ask(questions[:100])  # parameters are read from their files once a process
    seconds = median(_ask(questions) for _ in range(ROUNDS))
    yield Figure(
        "rules.evaluations_per_s",
        round(len(questions) / seconds),
        "per s",
        n=len(questions),
        seconds=seconds,
        goal=GOAL,
        more_is_better=True,
    )


def _first_cases() -> dict[str, Case]:
    """Rule → the first of its cases that has an answer."""
    return {rule: next(one for one in cases if "output" in one) for rule, cases in all_cases().items()}


def _ask(questions: list[tuple[str, dict[str, Any]]]) -> float:
    start = time.perf_counter()
    for rule, case in questions:
        answer(rule, case).as_dict()
    return time.perf_counter() - start


if __name__ == "__main__":
    report("rules", run)
