"""What an import of complaints does once its rows are read, and what it says of it."""

from collections.abc import Mapping
from dataclasses import asdict
from statistics import median
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.integrations.complaint_table.actions import Tally, record_complaints
from abdi.integrations.complaint_table.rows import DONE, Arrived, Reading, Trouble
from abdi.integrations.importer import Outcome
from abdi.organisation.actions import ensure_instansi
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.scope import instansi_scope

SHOWN = 100  # troubles told one by one


def outcome_of(options: Mapping[str, Any], arrived: list[Arrived], reading: Reading) -> Outcome:
    """Record them, unless one row was rejected and `strict` was asked for. Raises InputRefused for no row at all."""
    if not (arrived or reading.rejected):
        raise InputRefused(_("Berkas ini tidak memuat satu pun pengaduan."))
    stops = bool(options["strict"] and reading.rejected)
    tally = Tally() if stops else _record(options, arrived)
    refusal = ""
    if stops:
        refusal = _("%(rows)d baris tidak dapat dibaca dan --strict diminta; tidak ada yang dicatat.")
        refusal %= {"rows": len(reading.rejected)}
    data = _data(tally, arrived, reading) | {"dry_run": options["dry_run"]}
    return Outcome(data, _text(data, reading), refusal)


def _record(options: Mapping[str, Any], arrived: list[Arrived]) -> Tally:
    actor = system_user()
    with transaction.atomic():
        instansi = ensure_instansi(actor=actor, code=options["instansi"])
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            tally = record_complaints(actor=actor, source=options["sumber"], complaints=arrived)
            transaction.set_rollback(options["dry_run"])
    return tally


def _data(tally: Tally, arrived: list[Arrived], reading: Reading) -> dict[str, Any]:
    """`median_hours_to_close` is of the file: what our own figures have to agree with."""
    said: dict[str, int] = {}
    for one in arrived:
        said[one.said] = said.get(one.said, 0) + 1
    hours = [
        (one.status_at - one.received_at).total_seconds() / 3600
        for one in arrived
        if one.status in DONE and one.status_at
    ]
    return {
        **asdict(tally),
        "complaints": len(arrived),
        "status": said,
        "median_hours_to_close": round(median(hours), 2) if hours else None,
        "rejected": [asdict(one) for one in reading.rejected[:SHOWN]],
        "rejected_count": len(reading.rejected),
        "doubted": [asdict(one) for one in reading.doubted[:SHOWN]],
        "doubted_count": len(reading.doubted),
    }


def _text(data: Mapping[str, Any], reading: Reading) -> str:
    lines = [
        _(
            "%(recorded)d pengaduan dicatat, %(moved)d maju, %(skipped)d sudah ada, %(rejected_count)d ditolak."
        )
        % data,
        ", ".join(f"{word} {count}" for word, count in data["status"].items()),
    ]
    told = [*reading.rejected, *reading.doubted][:SHOWN]
    return "\n".join([*filter(None, lines), *map(_line, told)])


def _line(one: Trouble) -> str:
    place = _("  baris %(line)d, kolom %(column)s") if one.column else _("  baris %(line)d")
    return f"{place % asdict(one)}: {one.reason}"
