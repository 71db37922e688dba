"""Many cells at once, as a page of the grid brings them."""

from collections.abc import Mapping

from django.db import transaction

from abdi.organisation.models import Employee
from abdi.planning.matrix.actions import clear_cell, fill_cell
from abdi.planning.matrix.models import MatrixCell
from abdi.planning.models import Iki, Skp
from abdi.platform.accounts.models import User


@transaction.atomic
def save_grid(*, actor: User, skp: Skp, texts: Mapping[tuple[Employee, Iki], str]) -> None:
    """Fill what has words, clear what has none; all of it or, at the first refusal, nothing."""
    for (employee, iki), text in texts.items():
        if text.strip():
            fill_cell(actor=actor, skp=skp, employee=employee, iki=iki, text=text)
            continue
        for cell in MatrixCell.objects.filter(employee=employee, iki=iki).select_related("skp", "employee"):
            clear_cell(actor=actor, cell=cell)
