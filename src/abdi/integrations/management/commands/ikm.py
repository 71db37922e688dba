"""`abdi ikm FILE`: the index of a survey held elsewhere, without an installation and without a database."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from datetime import date, time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.formats import number_format

from abdi.integrations.skm.counting import Around
from abdi.integrations.skm.ikm import Asked, Told, notes, tell
from abdi.integrations.skm.sheet import PARTS
from abdi.integrations.tables.columns import parse_mapping
from abdi.platform.errors import DomainError
from abdi.rules.unsur import UNSUR, URUTAN
from abdi.voice.surveys.index import EXACT, Index

EXAMPLE = """Contoh:
  abdi ikm survei.csv --order kuesioner
  abdi ikm survei.csv --map sarana=u8 pengaduan=u9 time=submitted_at device=perangkat --json
  abdi ikm ikm-2011.csv --bobot 0.071 --tanggal 2011-12-31"""
REFUSED = 2  # exit code


class Command(BaseCommand):
    help = "Hitung IKM dari berkas jawaban survei: CSV atau XLSX; tidak ada yang dicatat."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class, parser.epilog = RawDescriptionHelpFormatter, EXAMPLE
        parser.add_argument("file", type=Path, metavar="FILE", help="berkas jawaban, kolom u1, u2, …")
        parser.add_argument(
            "--map",
            nargs="+",
            action="extend",
            default=[],
            metavar="BAGIAN=KOLOM",
            help=f"kolom yang bernama lain; bagian: {', '.join(PARTS)}",
        )
        parser.add_argument(
            "--order", choices=[*URUTAN], default="", help="urutan u1–u9: daftar lampiran atau kuesioner"
        )
        parser.add_argument("--bobot", default=EXACT, help="tepat, atau bobot tercetak laporan lama")
        parser.add_argument("--tanggal", type=_day, help="hari yang hukumnya berlaku; kosong: hari ini")
        parser.add_argument(
            "--kantor", nargs="+", action="extend", default=[], metavar="JARINGAN", help="mis. 10.20.0.0/16"
        )
        parser.add_argument("--jam", type=_hours, default=Around().hours, metavar="07:00-18:00")
        parser.add_argument(
            "--luar-skala", action="store_true", help="terima jawaban di luar skala (laporan lama)"
        )
        parser.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, **options: Any) -> None:
        try:
            told = tell(
                Asked(
                    path=options["file"],
                    mapping=parse_mapping(options["map"], PARTS),
                    on=options["tanggal"] or timezone.localdate(),
                    order=options["order"],
                    weight=options["bobot"],
                    is_off_scale=options["luar_skala"],
                    around=Around(options["kantor"], options["jam"]),
                )
            )
        except DomainError as refusal:
            self.stderr.write(refusal.message)
            sys.exit(REFUSED)
        self.stdout.write(json.dumps(told.as_dict(), ensure_ascii=False) if options["json"] else _words(told))


def _words(told: Told) -> str:
    index, counted = told.index, told.counted
    rows = [
        f"{_name(one.key):44} NRR {_number(one.nrr, 3)}  tertimbang {_number(one.weighted, 4)}"
        f"  n {one.n:>7}  {one.mutu}"
        for one in index.elements
    ]
    signs = [f"  {sign.label}: {n}" for sign, n in counted.signs.items() if n]
    return "\n".join(
        [
            *rows,
            f"IKM {_summary(index)}",
            f"Unsur terendah: {', '.join(map(_name, index.lowest))}",
            f"Ditandai {counted.flagged} dari {index.n}; tanpa yang ditandai: IKM {_summary(told.without)}",
            f"Tanpa yang ditandai dan yang seragam: IKM {_summary(told.varied)}",
            *(["Tanda:", *signs] if signs else []),
            *notes(told),
            *([f"Kolom yang tidak dipakai: {', '.join(told.ignored)}."] if told.ignored else []),
        ]
    )


def _summary(index: Index | None) -> str:
    """77,50 · mutu B (Baik) · n 20 · 95 %: 70,12–84,88"""
    if index is None:
        return "–, tidak ada yang tersisa"
    parts = [_number(index.value, 2), f"mutu {index.mutu} ({index.kinerja_unit})", f"n {index.n}"]
    if index.low is not None and index.high is not None:
        parts.append(f"95 %: {_number(index.low, 2)}–{_number(index.high, 2)}")
    return " · ".join(parts)


def _name(key: str) -> str:
    return UNSUR[key].nama if key in UNSUR else key


def _number(value: str | float, digits: int) -> str:
    return number_format(value, digits)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” bukan tanggal; tulis seperti 2026-01-31") from None


def _hours(text: str) -> tuple[str, str]:
    try:
        first, last = (time.fromisoformat(one.strip()) for one in text.split("-"))
    except ValueError:
        raise ArgumentTypeError(f"“{text}” bukan jam; tulis seperti 07:00-18:00") from None
    return f"{first:%H:%M}", f"{last:%H:%M}"
