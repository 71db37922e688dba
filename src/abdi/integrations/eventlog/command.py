"""`abdi import eventlog`: what happened at a counter, from the log of whatever system runs it."""

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.integrations.eventlog.events import PARTS
from abdi.integrations.eventlog.importing import LogFile, Report, import_event_log
from abdi.integrations.importer import (
    Importer,
    Outcome,
    add_common_arguments,
    add_strict_argument,
    add_table_arguments,
    row_told,
    strict_refusal,
)
from abdi.integrations.tables.columns import parse_mapping
from abdi.integrations.tables.moments import read_zone
from abdi.platform.accounts.models import system_user


def _add_arguments(parser: ArgumentParser) -> None:
    add_common_arguments(parser)
    parser.add_argument("--layanan", required=True, help=_("kode layanan yang dilayani log ini"))
    add_table_arguments(
        parser,
        parts=_("kolom tiap bagian: case (perkara), activity (kegiatan), time (waktu), officer (petugas), ")
        + _("unit, channel (kanal), deadline (tenggat), end (saat perkara ditutup), ")
        + _("lifecycle (start/complete), instance (nomor kegiatan)"),
    )
    add_strict_argument(parser)


def _run(options: Mapping[str, Any]) -> Outcome:
    file = LogFile(options["file"], parse_mapping(options["map"], PARTS), read_zone(options["zona"]))
    report = import_event_log(
        actor=system_user(),
        file=file,
        instansi_code=options["instansi"],
        layanan_code=options["layanan"],
        strict=options["strict"],
        dry_run=options["dry_run"],
    )
    stops = options["strict"] and report.rejected.count
    refusal = strict_refusal(report.rejected.count) if stops else ""
    return Outcome({**report.as_dict(), "dry_run": options["dry_run"]}, _text(report), refusal)


def _text(report: Report) -> str:
    numbers = {name: number_format(n) for name, n in report.as_dict().items() if isinstance(n, int)}
    lines = [
        _("%(events)s kejadian, %(cases)s perkara, %(officers)s petugas.") % numbers,
        _("Dicatat %(recorded)s kejadian dan %(closings)s fakta penutup; %(skipped)s sudah ada.") % numbers,
    ]
    if report.rejected.count:
        lines.append(_("%(rejected_count)s baris ditolak:") % numbers)
        lines += [row_told(row.line, row.column, row.reason) for row in report.rejected.shown]
    return "\n".join(lines)


EVENTLOG = Importer(
    name="eventlog",
    help=gettext_lazy("log kejadian layanan: CSV, XLSX, XES, XES.gz"),
    example=(
        "abdi import eventlog antrean.csv --instansi kab-contoh --layanan ktp-el --zona Asia/Jakarta "
        "--map case=nomor activity=langkah time=waktu officer=petugas unit=loket channel=kanal deadline=tenggat"
    ),
    add_arguments=_add_arguments,
    run=_run,
)
