"""`abdi import complaints`: complaints handled elsewhere, from whatever table lists them."""

from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import asdict
from statistics import median
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from abdi.integrations.complaint_table.actions import Tally, record_complaints
from abdi.integrations.complaint_table.rows import DONE, PARTS, Arrived, Reader, Reading, Trouble
from abdi.integrations.complaint_table.states import States
from abdi.integrations.importer import Importer, Outcome, add_common_arguments
from abdi.integrations.tables.columns import parse_mapping
from abdi.integrations.tables.moments import read_zone
from abdi.organisation.actions import ensure_instansi
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused
from abdi.platform.tables.files import open_table
from abdi.platform.tenancy.scope import instansi_scope

SHOWN = 100  # troubles told one by one


def _add_arguments(parser: ArgumentParser) -> None:
    add_common_arguments(parser)
    parser.add_argument(
        "--sumber", default="tabel", help=_("nama sistem asal; bersama id menjadi tanda pengenal")
    )
    parser.add_argument(
        "--map",
        nargs="+",
        action="extend",
        default=[],
        metavar=_("BAGIAN=KOLOM"),
        help=_(
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
        help=_("arti kata status dalam berkas, mis. “Menunggu=ditunda”"),
    )
    parser.add_argument(
        "--zona", default="", help=_("zona waktu yang tidak menyebut zona, mis. Asia/Jakarta")
    )
    parser.add_argument("--strict", action="store_true", help=_("satu baris ditolak: tidak ada yang dicatat"))


def _run(options: Mapping[str, Any]) -> Outcome:
    zone = read_zone(options["zona"])
    reader = Reader(parse_mapping(options["map"], PARTS), States(options["status"]), zone, timezone.now())
    with open_table(options["file"]) as table:
        arrived = list(reader.read(table))
    if not (arrived or reader.reading.rejected):
        raise InputRefused(_("Berkas ini tidak memuat satu pun pengaduan."))
    stops = bool(options["strict"] and reader.reading.rejected)
    tally = Tally() if stops else _record(options, arrived)
    refusal = ""
    if stops:
        refusal = _("%(rows)d baris tidak dapat dibaca dan --strict diminta; tidak ada yang dicatat.")
        refusal %= {"rows": len(reader.reading.rejected)}
    data = _data(tally, arrived, reader.reading) | {"dry_run": options["dry_run"]}
    return Outcome(data, _text(data, reader.reading), refusal)


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
