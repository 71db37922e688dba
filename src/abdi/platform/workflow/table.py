"""One row a transition: from, to, who, what the audit calls it, and on what legal ground."""

from collections.abc import Sequence
from dataclasses import dataclass

from abdi.platform.errors import PolicyRefused


@dataclass(frozen=True)
class Transition:
    name: str
    source: frozenset[str]
    target: str
    actor: str  # who, in the words of the law
    tag: str  # source:subject:action of its audit row
    dasar: str
    refusal: str  # the sentence shown when the state does not allow it


class Workflow:
    """Reads the table. The state diagram in the docs is generated from the same rows."""

    def __init__(self, subject: str, initial: str, transitions: Sequence[Transition]) -> None:
        self.subject = subject
        self.initial = initial
        self.transitions = {transition.name: transition for transition in transitions}

    def __getitem__(self, name: str) -> Transition:
        return self.transitions[name]

    def allows(self, name: str, status: str) -> bool:
        return status in self.transitions[name].source

    def check(self, name: str, status: str) -> Transition:
        transition = self.transitions[name]
        if status not in transition.source:
            raise PolicyRefused(transition.refusal)
        return transition

    def mermaid(self) -> str:
        rows = [f"    [*] --> {self.initial}"]
        for transition in self.transitions.values():
            label = f"{transition.name} ({transition.actor})"
            rows += [f"    {source} --> {transition.target}: {label}" for source in sorted(transition.source)]
        return "\n".join(["stateDiagram-v2", *rows])
