"""The grid as the template draws it, and as it comes back."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict

from abdi.organisation.models import Employee
from abdi.planning.enums import SkpStatus
from abdi.planning.matrix.permissions import can_fill_matrix
from abdi.planning.matrix.selectors import Row, columns_of, people_of, rows_of
from abdi.planning.models import Iki, Skp
from abdi.planning.wording import target_text
from abdi.web.workplace.finding import find_one_of

ON_A_PAGE = 15
IN_A_LIST = 200  # names one can still choose from; more are reached page by page


def matrix_context(
    request: HttpRequest, skp: Skp, only: Employee | None, typed: QueryDict | None = None
) -> dict[str, Any]:
    """`only`: the row that may be seen; `typed`: what was refused and stays on the page."""
    columns = columns_of(skp)
    people = people_of(skp)
    one = only or _asked_for(request, people)
    page = Paginator(people.filter(pk=one.pk) if one else people, ON_A_PAGE).get_page(request.GET.get("page"))
    may_fill = can_fill_matrix(request.user, skp)
    return {
        "skp": skp,
        "columns": [{"iki": iki, "target": target_text(iki)} for iki in columns],
        "page": page,
        "rows": [_row(row, typed or {}) for row in rows_of(skp, page, columns)],
        "one": one,
        "is_mine_alone": only is not None,
        "may_fill": may_fill,
        "is_final": skp.status == SkpStatus.DISEPAKATI,
        "names": [] if only else list(people.values_list("uid", "name")[:IN_A_LIST]),
    }


def changed_cells(request: HttpRequest, skp: Skp) -> dict[tuple[Employee, Iki], str]:
    """Of what the page sent, the cells that read differently from what is kept."""
    columns = columns_of(skp)
    people = people_of(skp).filter(uid__in=_named_in(request.POST))
    return {
        (row.employee, iki): text
        for row in rows_of(skp, people, columns)
        for iki, cell in row.cells
        if (text := request.POST.get(_name(row.employee, iki))) is not None
        if text.replace("\r\n", "\n").strip() != (cell.text if cell else "")
    }


def _row(row: Row, typed: Any) -> dict[str, Any]:
    return {
        "employee": row.employee,
        "placement": row.placement,
        "member": row.member,
        "cells": [
            {
                "iki": iki,
                "target": target_text(iki),
                "cell": cell,
                "name": _name(row.employee, iki),
                "text": typed.get(_name(row.employee, iki), cell.text if cell else ""),
            }
            for iki, cell in row.cells
        ],
    }


def _name(employee: Employee, iki: Iki) -> str:
    return f"{employee.uid}:{iki.uid}"


def _named_in(sent: QueryDict) -> set[UUID]:
    """The people whose cells were sent; other fields name nobody."""
    found = set()
    for name in sent:
        try:
            found.add(UUID(name.partition(":")[0]))
        except ValueError:
            continue
    return found


def _asked_for(request: HttpRequest, people: Any) -> Employee | None:
    return find_one_of(people, request.GET["pegawai"]) if request.GET.get("pegawai") else None
