"""Which official documents there are. A room registers its own when its app is ready.

Whatever concerns every document (issuing, checking, signing, printing many) asks this table and so
needs to know neither plans nor ratings.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise

from abdi.platform.accounts.models import User
from abdi.platform.documents.seals import Seal
from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.models import TenantModel


@dataclass(frozen=True)
class Paper:
    """One kind of document about one kind of thing (`model`, the subject of the functions)."""

    code: str
    label: str | Promise
    model: type[TenantModel]
    render: Callable[[Any, Seal | None], bytes]
    content: Callable[[Any], Mapping[str, Any]]  # what was decided or agreed; empty before it
    check_can_see: Callable[[User, Any], None]
    check_can_sign: Callable[[User, Any], None]
    # of one period and of the units with these ids (None: every unit), what a person may probably see: a few queries
    # for many subjects, where `check_can_see` has the last word on each
    subjects: Callable[[User, UUID, set[int] | None], QuerySet[Any]]


_papers: dict[str, Paper] = {}


def register(*papers: Paper) -> None:
    for paper in papers:
        if _papers.setdefault(paper.code, paper) is not paper:
            raise ValueError(f"document kind {paper.code} is already taken")


def all_papers() -> list[Paper]:
    return list(_papers.values())


def paper_of(code: str) -> Paper:
    try:
        return _papers[code]
    except KeyError:
        raise InputRefused(
            f"Jenis dokumen “{code}” tidak dikenal; pilih dari daftar.", field="kind"
        ) from None


def digest_of(content: Mapping[str, Any]) -> str:
    """Names one version of a subject: the same frozen content, the same digest. Nothing frozen: empty."""
    if not content:
        return ""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
