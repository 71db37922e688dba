"""Keeping what a page of the grid brings."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from abdi.planning.matrix.grid import save_grid
from abdi.planning.matrix.permissions import check_can_fill_matrix
from abdi.planning.models import Skp
from abdi.web.errors import attempt
from abdi.web.workplace.matrix.page import changed_cells


def saved(request: HttpRequest, skp: Skp) -> bool:
    """False when it was refused; the sentence then stands on the page beside what was typed."""
    check_can_fill_matrix(request.user, skp)
    texts = changed_cells(request, skp)
    if not texts:
        messages.info(request, _("Tidak ada sel yang berubah."))
        return True
    return bool(attempt(request, _("Matriks disimpan"), save_grid, skp=skp, texts=texts))
