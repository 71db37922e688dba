"""`abdi import employees`: people from a spreadsheet, all of it or nothing."""

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.integrations.importer import Importer, Outcome, add_common_arguments, led_into
from abdi.organisation.imports import ImportPreview, apply_import, preview_import
from abdi.platform.accounts.models import system_user
from abdi.platform.tables.opening import opened

GALAT = "galat"


def _add_arguments(parser: ArgumentParser) -> None:
    add_common_arguments(parser)
    parser.add_argument("--buat-unit", action="store_true", help=_("buka unit kerja yang belum ada"))


def _run(options: Mapping[str, Any]) -> Outcome:
    actor, content = system_user(), _content(options["file"])
    with led_into(options["instansi"], actor=actor, dry_run=options["dry_run"]):
        preview = preview_import(content, create_units=options["buat_unit"])
        wrong = preview.counts[GALAT]
        if wrong:
            transaction.set_rollback(True)
        elif not options["dry_run"]:
            apply_import(
                actor=actor,
                content=content,
                digest=preview.digest,
                create_units=options["buat_unit"],
                file_name=options["file"].name,
            )
    refusal = _("%(rows)d baris masih galat; tidak ada yang ditulis.") % {"rows": wrong} if wrong else ""
    return Outcome({**_data(preview), "dry_run": options["dry_run"]}, _text(preview), refusal)


def _content(path: Path) -> bytes:
    with opened(path) as stream:
        return stream.read()


def _data(preview: ImportPreview) -> dict[str, Any]:
    return {
        **preview.counts,
        "new_units": [unit.code for unit in preview.new_units],
        "ignored_columns": preview.ignored_columns,
        "rejected": [
            {"line": row.line, "column": error.column, "reason": str(error.message)}
            for row in preview.rows
            for error in row.errors
        ],
    }


def _text(preview: ImportPreview) -> str:
    lines = [_("%(baru)d baru, %(ubah)d berubah, %(sama)d sama, %(galat)d galat.") % preview.counts]
    for row in preview.rows:
        lines += [f"  baris {row.line}, {error.column}: {error.message}" for error in row.errors]
    return "\n".join(lines)


EMPLOYEES = Importer(
    name="employees",
    help=gettext_lazy("pegawai dari XLSX atau CSV; berkas yang sama tidak mengubah apa pun"),
    example="abdi import employees pegawai.xlsx --instansi kab-contoh --dry-run",
    add_arguments=_add_arguments,
    run=_run,
)
