"""`abdi import skm`: answers of a survey held elsewhere."""

from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.integrations.importer import Importer, Outcome, add_common_arguments
from abdi.integrations.skm.actions import record_responses
from abdi.integrations.skm.patterns import lines_of
from abdi.integrations.skm.responses import PARTS, ResponseReader
from abdi.integrations.tables.columns import parse_mapping
from abdi.integrations.tables.moments import read_zone
from abdi.organisation.actions import ensure_instansi
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused
from abdi.platform.tables.files import open_table
from abdi.platform.tenancy.scope import instansi_scope


def _add_arguments(parser: ArgumentParser) -> None:
    add_common_arguments(parser)
    parser.add_argument("--layanan", required=True, help=_("kode layanan yang disurvei"))
    parser.add_argument(
        "--map",
        nargs="+",
        action="extend",
        default=[],
        metavar=_("BAGIAN=KOLOM"),
        help=_("kolom id, time, unit, officer, channel, dan unsur yang urutannya bukan u1–u9 peraturan"),
    )
    parser.add_argument(
        "--zona", default="", help=_("zona waktu yang tidak menyebut zona, mis. Asia/Jakarta")
    )


def _run(options: Mapping[str, Any]) -> Outcome:
    reader = ResponseReader(parse_mapping(options["map"], PARTS), read_zone(options["zona"]), timezone.now())
    with open_table(options["file"]) as table:
        responses = list(reader.read(table))
        ignored = reader.ignored(table)
    if not responses:
        raise InputRefused(_("Berkas ini tidak memuat satu pun jawaban."))
    actor = system_user()
    with transaction.atomic(), instansi_scope(ensure_instansi(actor=actor, code=options["instansi"])):
        tally = record_responses(actor=actor, responses=responses, layanan_code=options["layanan"])
        transaction.set_rollback(options["dry_run"])
    data = {
        "responses": len(responses),
        **asdict(tally),
        "flagged": lines_of(responses),
        "ignored_columns": ignored,
        "dry_run": options["dry_run"],
    }
    return Outcome(data, _text(data))


def _text(data: Mapping[str, Any]) -> str:
    counts = {name: number_format(data[name]) for name in ("responses", "recorded", "skipped")}
    flagged = {name: number_format(len(lines)) for name, lines in data["flagged"].items()}
    lines = [
        _("%(responses)s responden; dicatat %(recorded)s jawaban, %(skipped)s sudah ada.") % counts,
        _("Perlu dilihat: %(straight)s seragam, %(runs)s berderet, %(repeats)s sama dengan sebelumnya.")
        % flagged,
    ]
    if data["ignored_columns"]:
        lines.append(
            _("Kolom yang tidak dipakai: %(columns)s.") % {"columns": ", ".join(data["ignored_columns"])}
        )
    return "\n".join(lines)


SKM = Importer(
    name="skm",
    help=gettext_lazy("jawaban survei kepuasan masyarakat: CSV atau XLSX"),
    example=(
        "abdi import skm survei.csv --instansi kab-contoh --layanan ktp-el --zona Asia/Jakarta "
        "--map time=submitted_at sarana=u8 pengaduan=u9"
    ),
    add_arguments=_add_arguments,
    run=_run,
)
