"""The kinds of fact that a figure of another system becomes."""

from abdi.facts.kinds import register
from abdi.measurement.figures import FIGURES


def register_kinds() -> None:
    for figure in FIGURES.values():
        register(*figure.kinds())
