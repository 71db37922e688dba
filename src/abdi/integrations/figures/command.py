"""`abdi import figures`: values that only other systems know, month by month."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.integrations.figures.actions import Tally, record_figures
from abdi.integrations.figures.entries import Reading, read_entries
from abdi.integrations.importer import Importer, Outcome, add_common_arguments, led_into
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused
from abdi.platform.tables.files import open_table


def _run(options: Mapping[str, Any]) -> Outcome:
    actor = system_user()
    with led_into(options["instansi"], actor=actor, dry_run=options["dry_run"]):
        with open_table(options["file"]) as table:
            reading = read_entries(table, timezone.localdate())
        if not (reading.entries or reading.mistakes):
            raise InputRefused(_("Berkas ini tidak memuat satu pun angka."))
        tally = record_figures(actor=actor, entries=reading.entries)
        if reading.mistakes:
            transaction.set_rollback(True)
    wrong = len(reading.mistakes)
    refusal = _("%(rows)d baris masih galat; tidak ada yang ditulis.") % {"rows": wrong} if wrong else ""
    return Outcome(_data(tally, reading) | {"dry_run": options["dry_run"]}, _text(tally, reading), refusal)


def _data(tally: Tally, reading: Reading) -> dict[str, Any]:
    return {**asdict(tally), "rejected": [asdict(mistake) for mistake in reading.mistakes]}


def _text(tally: Tally, reading: Reading) -> str:
    counts = asdict(tally) | {"rejected": len(reading.mistakes)}
    lines = [_("%(new)d baru, %(corrected)d dikoreksi, %(unchanged)d sama, %(rejected)d galat.") % counts]
    for one in reading.mistakes:
        place = f"baris {one.line}, {one.column}" if one.column else f"baris {one.line}"
        lines.append(f"  {place}: {one.reason}")
    return "\n".join(lines)


FIGURES = Importer(
    name="figures",
    help=gettext_lazy("angka bulanan dari sistem lain (SIAK, e-Kohort, P-Care, bantuan): CSV atau XLSX"),
    example="abdi import figures siak-juli.csv --instansi kab-contoh --dry-run",
    add_arguments=add_common_arguments,
    run=_run,
)
