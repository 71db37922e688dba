"""`abdi import skm`: answers of a survey held elsewhere."""

from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.integrations.importer import Importer, Outcome, add_common_arguments, add_table_arguments, led_into
from abdi.integrations.skm.actions import record_responses
from abdi.integrations.skm.counting import Around
from abdi.integrations.skm.patterns import lines_of, signs_in
from abdi.integrations.skm.responses import PARTS, ResponseReader
from abdi.integrations.tables.columns import parse_mapping
from abdi.integrations.tables.moments import read_zone
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused
from abdi.platform.tables.files import open_table
from abdi.voice.surveys.signs import Sign


def _add_arguments(parser: ArgumentParser) -> None:
    add_common_arguments(parser)
    parser.add_argument("--layanan", required=True, help=_("kode layanan yang disurvei"))
    add_table_arguments(
        parser,
        parts=_(
            "kolom id, time, unit, officer, channel, device, address, staff, dan unsur yang tidak berurutan u1–u9"
        ),
    )
    parser.add_argument(
        "--kantor", nargs="+", action="extend", default=[], help=_("jaringan kantor, mis. 10.20.0.0/16")
    )


def _run(options: Mapping[str, Any]) -> Outcome:
    reader = ResponseReader(parse_mapping(options["map"], PARTS), read_zone(options["zona"]), timezone.now())
    with open_table(options["file"]) as table:
        responses = list(reader.read(table))
        ignored = reader.ignored(table)
    if not responses:
        raise InputRefused(_("Berkas ini tidak memuat satu pun jawaban."))
    actor = system_user()
    with led_into(options["instansi"], actor=actor, dry_run=options["dry_run"]):
        signs = signs_in(responses, Around(options["kantor"]))
        layanan = options["layanan"]
        tally = record_responses(actor=actor, responses=responses, signs=signs, layanan_code=layanan)
    data = {
        "responses": len(responses),
        **asdict(tally),
        "flagged": lines_of(responses, signs),
        "ignored_columns": ignored,
        "dry_run": options["dry_run"],
    }
    return Outcome(data, _text(data))


def _text(data: Mapping[str, Any]) -> str:
    counts = {name: number_format(data[name]) for name in ("responses", "recorded", "skipped", "released")}
    borne = [
        f"{Sign(code).label}: {number_format(len(where))}" for code, where in data["flagged"].items() if where
    ]
    lines = [
        _(
            "%(responses)s responden; dicatat %(recorded)s, sudah ada %(skipped)s; terlihat sekarang %(released)s."
        )
        % counts,
        _("Perlu dilihat: %s.") % ("; ".join(borne) or _("tidak ada")),
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
