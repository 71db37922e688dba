"""What the ledger accepts, and how it gets in: checked one by one, inserted by the batch."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any, cast

from django.conf import settings
from django.db import connection, models
from django.utils.translation import gettext as _

from abdi.facts.kinds import is_known, unknown_kind
from abdi.facts.models import Fact
from abdi.facts.types import NewFact
from abdi.organisation.models import Employee, Layanan, Unit
from abdi.platform.errors import InputRefused, PolicyRefused
from abdi.platform.tenancy.models import TenantModel
from abdi.platform.tenancy.scope import current_instansi

BATCH = 2_000

Row = tuple[Any, ...]

# a conflict elsewhere (a second successor of one fact) is not a retry and must be heard
_INSERT = """
INSERT INTO facts_fact (recorded_at, instansi_id, source, occurred_at, kind, unit_id, service_id, employee_id,
    channel, case_key, value, source_key, rule_version, supersedes_id, attrs)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (instansi_id, source, source_key) DO NOTHING
"""
# the same over whole columns: PostgreSQL plans and answers once a batch instead of once a fact
_INSERT_COLUMNS = """
INSERT INTO facts_fact (recorded_at, instansi_id, source, occurred_at, kind, unit_id, service_id, employee_id,
    channel, case_key, value, source_key, rule_version, supersedes_id, attrs)
SELECT %s, %s, %s, occurred_at, kind, unit_id, service_id, employee_id,
    channel, case_key, value, source_key, rule_version, supersedes_id, attrs::jsonb
FROM unnest(%s::timestamptz[], %s::text[], %s::bigint[], %s::bigint[], %s::bigint[], %s::text[], %s::text[],
    %s::float8[], %s::text[], %s::text[], %s::bigint[], %s::text[]) WITH ORDINALITY AS told (occurred_at, kind,
    unit_id, service_id, employee_id, channel, case_key, value, source_key, rule_version, supersedes_id, attrs, place)
ORDER BY place
ON CONFLICT (instansi_id, source, source_key) DO NOTHING
"""
_TEXTS = ("source_key", "channel", "case_key", "rule_version")
_BELONGING: tuple[tuple[str, type[TenantModel]], ...] = (
    ("unit_id", Unit),
    ("service_id", Layanan),
    ("employee_id", Employee),
)


def _longest(field: str) -> int:
    """SQLite does not hold text to its length, so the ledger does."""
    return cast(models.CharField[str, str], Fact._meta.get_field(field)).max_length or 0


_LENGTHS = {field: _longest(field) for field in _TEXTS}


def checked(facts: Iterable[NewFact], now: datetime) -> Iterator[NewFact]:
    """The same facts, up to the first that cannot be true or cannot be kept. Raises: InputRefused."""
    latest = now + settings.ABDI_CLOCK_TOLERANCE
    for fact in facts:
        if not is_known(fact.kind):
            raise unknown_kind(fact.kind)
        _check_moment(fact, latest)
        _check_value(fact)
        _check_texts(fact)
        yield fact


def batches(facts: Iterable[NewFact]) -> Iterator[list[NewFact]]:
    rest = iter(facts)
    while batch := list(islice(rest, BATCH)):
        yield batch


def check_belonging(batch: Sequence[NewFact], known: defaultdict[str, set[int | None]]) -> None:
    """Units, services and employees are of this instansi; `known` remembers between batches which are."""
    for name, model in _BELONGING:
        optional: set[None] = set() if name == "unit_id" else {None}
        asked = {getattr(fact, name) for fact in batch} - known[name] - optional
        if asked:
            known[name].update(model.objects.filter(pk__in=asked).values_list("pk", flat=True))
        if strangers := asked - known[name]:
            fact = next(fact for fact in batch if getattr(fact, name) in strangers)
            stranger = {"what": model._meta.verbose_name, "id": getattr(fact, name)}
            raise _refusal(fact, name, _("%(what)s nomor %(id)s tidak ada di instansi ini.") % stranger)


def check_successions(batch: Sequence[NewFact], source: str) -> None:
    """A fact is superseded once, by a fact of its own kind; a retry of that successor is welcome."""
    successors = [(fact.supersedes_id, fact) for fact in batch if fact.supersedes_id is not None]
    if not successors:
        return
    ids = [old for old, _fact in successors]
    kinds = dict(Fact.objects.filter(pk__in=ids).values_list("pk", "kind"))
    known = Fact.objects.filter(supersedes_id__in=ids).values_list("supersedes_id", "source", "source_key")
    taken = {old: (told_by, key) for old, told_by, key in known}
    for old, fact in successors:
        if kinds.get(old) != fact.kind:
            reason = _("tidak ada fakta '%s' dengan nomor itu untuk dikoreksi.") % fact.kind
            raise _refusal(fact, "supersedes_id", reason)
        if taken.setdefault(old, (source, fact.source_key)) != (source, fact.source_key):
            raise PolicyRefused(_("Fakta %s sudah digantikan; koreksi penggantinya, bukan fakta lama.") % old)


def row(fact: NewFact) -> Row:
    """A fact in the column order of `_INSERT`, from `occurred_at` on, in words no database changes."""
    return (
        fact.occurred_at.astimezone(UTC),
        fact.kind,
        fact.unit_id,
        fact.service_id,
        fact.employee_id,
        fact.channel,
        fact.case_key,
        None if fact.value is None else float(fact.value),
        fact.source_key,
        fact.rule_version,
        fact.supersedes_id,
        _attrs_text(fact),
    )


def insert(rows: Sequence[Row], *, source: str, now: datetime) -> int:
    """How many of these rows were new."""
    moment = connection.ops.adapt_datetimefield_value
    told = (moment(now), current_instansi().pk, source)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_INSERT_COLUMNS, [*told, *map(list, zip(*rows, strict=True))])
        else:
            cursor.executemany(_INSERT, [(*told, moment(row[0]), *row[1:]) for row in rows])
        return int(cursor.rowcount)


def fingerprint(rows: Iterable[Row]) -> bytes:
    """What was told, in the order it was told: one JSON line a fact."""
    return "".join(f"{json.dumps(row, default=str)}\n" for row in rows).encode()


def check_source(source: str) -> None:
    longest = _longest("source")
    if not source or len(source) > longest or "\0" in source:
        raise InputRefused(
            _("Sumber fakta harus disebut, paling panjang %s huruf.") % longest, field="source"
        )


def _check_moment(fact: NewFact, latest: datetime) -> None:
    if fact.occurred_at.utcoffset() is None:
        raise _refusal(fact, "occurred_at", _("waktu kejadian tanpa zona waktu; sebutkan zonanya."))
    if fact.occurred_at > latest:
        moment = fact.occurred_at.isoformat(" ", "seconds")
        raise _refusal(fact, "occurred_at", _("waktu kejadian %s masih di masa depan.") % moment)


def _check_value(fact: NewFact) -> None:
    try:
        usable = fact.value is None or math.isfinite(fact.value)
    except (TypeError, OverflowError):
        usable = False
    if not usable:
        raise _refusal(fact, "value", _("nilai '%s' bukan bilangan berhingga.") % fact.value)


def _check_texts(fact: NewFact) -> None:
    if not fact.source_key:
        raise _refusal(
            fact, "source_key", _("kunci sumber kosong; tanpa kunci fakta dapat tercatat dua kali.")
        )
    for name, longest in _LENGTHS.items():
        text = getattr(fact, name)
        if len(text) > longest or "\0" in text:
            raise _refusal(
                fact,
                name,
                _("isian %(name)s lebih dari %(longest)s huruf atau memuat karakter nol.")
                % {"name": name, "longest": longest},
            )


def _attrs_text(fact: NewFact) -> str:
    if not fact.attrs:
        return "{}"
    try:
        text = json.dumps(dict(fact.attrs), sort_keys=True, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError):
        text = "\0"
    if "\0" in text or "\\u0000" in text:
        raise _refusal(fact, "attrs", _("keterangan tambahan tidak dapat ditulis sebagai JSON."))
    return text


def _refusal(fact: NewFact, field: str, reason: str) -> InputRefused:
    sentence = _("Fakta %(kind)s dengan kunci '%(key)s': %(reason)s")
    return InputRefused(sentence % {"kind": fact.kind, "key": fact.source_key, "reason": reason}, field=field)
