"""`abdi import employees`: people from a spreadsheet, all of it or nothing."""

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.integrations.importer import Importer, Outcome, add_common_arguments
from abdi.organisation.actions import ensure_instansi
from abdi.organisation.imports import ImportPreview, apply_import, preview_import
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused
from abdi.platform.tenancy.scope import instansi_scope

GALAT = "galat"


def _add_arguments(parser: ArgumentParser) -> None:
    add_common_arguments(parser)
    parser.add_argument("--buat-unit", action="store_true", help=_("buka unit kerja yang belum ada"))


def _run(options: Mapping[str, Any]) -> Outcome:
    actor, content = system_user(), _content(options["file"])
    with transaction.atomic(), instansi_scope(ensure_instansi(actor=actor, code=options["instansi"])):
        preview = preview_import(content, create_units=options["buat_unit"])
        wrong = preview.counts[GALAT]
        if not (wrong or options["dry_run"]):
            apply_import(
                actor=actor,
                content=content,
                digest=preview.digest,
                create_units=options["buat_unit"],
                file_name=options["file"].name,
            )
        transaction.set_rollback(bool(wrong or options["dry_run"]))
    refusal = _("%(rows)d baris masih galat; tidak ada yang ditulis.") % {"rows": wrong} if wrong else ""
    return Outcome({**_data(preview), "dry_run": options["dry_run"]}, _text(preview), refusal)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputRefused(
            _("Berkas %(path)s tidak dapat dibuka (%(reason)s).") % {"path": path, "reason": error.strerror}
        ) from None


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
