"""Figures of other systems: coverage, contacts, assistance. Declared in `measurement/figures.toml`."""

from abdi.measurement.figures import FIGURES

METRICS = tuple(figure.metric() for figure in FIGURES.values())
