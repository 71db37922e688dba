"""What may leave the house."""

from dataclasses import replace

from django.utils.translation import gettext as _

from abdi.measurement.catalogue import find_metric
from abdi.measurement.types import Measured
from abdi.platform.errors import PolicyRefused


def publishable(measured: Measured) -> bool:
    """A number about a person is only published from the minimum n of its metric on."""
    return measured.enough or not measured.scope.is_person


def suppressed(measured: Measured) -> Measured:
    """The number where it may be shown; otherwise how few facts there are, and no more."""
    if publishable(measured):
        return measured
    return replace(measured, value=None, low=None, high=None)


def check_publishable(measured: Measured) -> None:
    if not publishable(measured):
        metric = find_metric(measured.metric)
        raise PolicyRefused(
            _(
                "%(label)s %(name)s baru dari n = %(n)s; angka tentang seseorang baru ditampilkan mulai n = %(min)s."
            )
            % {
                "label": metric.label,
                "name": measured.scope.label,
                "n": measured.n,
                "min": metric.minimum_n,
            }
        )
