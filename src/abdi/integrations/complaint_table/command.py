"""`abdi import complaints`: complaints handled elsewhere, from whatever table lists them."""

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.integrations.complaint_table.outcome import outcome_of
from abdi.integrations.complaint_table.rows import PARTS, Reader
from abdi.integrations.complaint_table.states import States
from abdi.integrations.importer import (
    Importer,
    Outcome,
    add_common_arguments,
    add_strict_argument,
    add_table_arguments,
)
from abdi.integrations.tables.columns import parse_mapping
from abdi.integrations.tables.moments import read_zone
from abdi.platform.tables.files import open_table


def _add_arguments(parser: ArgumentParser) -> None:
    add_common(parser)
    add_table_arguments(
        parser,
        parts=_(
            "kolom tiap bagian: id, received (diterima), status, title, text, category, unit, closed (ditutup), "
        )
        + _("updated (terakhir berubah), answer (jawaban), lat, lon, address, channel (kanal)"),
    )
    parser.add_argument(
        "--status",
        nargs="+",
        action="extend",
        default=[],
        metavar=_("KATA=KEADAAN"),
        help=_("arti kata status dalam berkas, mis. “Ditangani=diproses”"),
    )


def add_common(parser: ArgumentParser) -> None:
    """What every import of complaints takes."""
    add_common_arguments(parser)
    parser.add_argument(
        "--sumber", default="tabel", help=_("nama sistem asal; bersama id menjadi tanda pengenal")
    )
    add_strict_argument(parser)


def _run(options: Mapping[str, Any]) -> Outcome:
    zone = read_zone(options["zona"])
    reader = Reader(parse_mapping(options["map"], PARTS), States(options["status"]), zone, timezone.now())
    with open_table(options["file"]) as table:
        arrived = list(reader.read(table))
    return outcome_of(options, arrived, reader.reading)


COMPLAINTS = Importer(
    name="complaints",
    help=gettext_lazy("pengaduan yang ditangani di tempat lain: CSV atau XLSX, dengan tanggal dan statusnya"),
    example=(
        "abdi import complaints aduan.csv --instansi kab-contoh --zona Asia/Jakarta "
        "--map id=nomor received=diterima status=status title=judul text=isi closed=ditutup"
    ),
    add_arguments=_add_arguments,
    run=_run,
)
