"""The labels here and the words of the rules are two lists of one thing."""

import pytest

from abdi.evaluation import enums
from abdi.planning.enums import Arah
from abdi.rules.formulas import capaian, kinerja


@pytest.mark.parametrize(
    ("ours", "rule"),
    [
        (enums.Rating, kinerja.Rating),
        (enums.Predikat, kinerja.Predikat),
        (enums.PredikatOrganisasi, kinerja.PredikatOrganisasi),
        (Arah, capaian.Arah),
    ],
)
def test_same_words(ours, rule):
    assert ours.values == [one.value for one in rule]
