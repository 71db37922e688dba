"""What an import of complaints does once its rows are read, and what it says of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from statistics import median
from typing import Any

from django.utils.translation import gettext as _

from abdi.integrations.complaint_table.actions import Tally, record_complaints
from abdi.integrations.complaint_table.rows import DONE, Arrived, Reading
from abdi.integrations.importer import Outcome, led_into, row_told, strict_refusal
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused

SHOWN = 100  # troubles told one by one


def outcome_of(options: Mapping[str, Any], arrived: list[Arrived], reading: Reading) -> Outcome:
    """Record them, unless one row was rejected and `strict` was asked for. Raises InputRefused for no row at all."""
    if not (arrived or reading.rejected):
        raise InputRefused(_("Berkas ini tidak memuat satu pun pengaduan."))
    stops = bool(options["strict"] and reading.rejected)
    tally = Tally() if stops else _record(options, arrived)
    data = _data(tally, arrived, reading) | {"dry_run": options["dry_run"]}
    return Outcome(data, _text(data, reading), strict_refusal(len(reading.rejected)) if stops else "")


def _record(options: Mapping[str, Any], arrived: list[Arrived]) -> Tally:
    actor = system_user()
    with led_into(options["instansi"], actor=actor, dry_run=options["dry_run"]):
        return record_complaints(actor=actor, source=options["sumber"], complaints=arrived)


def _data(tally: Tally, arrived: list[Arrived], reading: Reading) -> dict[str, Any]:
    """`median_hours_to_close` is of the file: what our own figures have to agree with."""
    hours = [
        (one.status_at - one.received_at).total_seconds() / 3600
        for one in arrived
        if one.status in DONE and one.status_at
    ]
    return {
        **asdict(tally),
        "complaints": len(arrived),
        "status": Counter(one.said for one in arrived),
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
    rows = (row_told(one.line, one.column, one.reason) for one in told)
    return "\n".join([*filter(None, lines), *rows])
