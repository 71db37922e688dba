"""What may leave the house."""

from dataclasses import replace

from abdi.measurement.types import Measured


def publishable(measured: Measured) -> bool:
    """A number about a person is only published from the minimum n of its metric on."""
    return measured.enough or not measured.scope.is_person


def suppressed(measured: Measured) -> Measured:
    """The number where it may be shown; otherwise how few facts there are, and no more."""
    if publishable(measured):
        return measured
    return replace(measured, value=None, low=None, high=None)
