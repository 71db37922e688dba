"""`abdi rules`: ask the law a question, without an installation and without a database."""

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from abdi.platform.calendar.holidays import default_calendar
from abdi.platform.errors import InputRefused
from abdi.platform.json_text import read_json
from abdi.rules import Result, RuleInputError, evaluate, list_rules

EXAMPLE = (
    "Contoh: abdi rules eval predikat_kinerja --tanggal 2026-01-31 "
    '--input \'{"hasil": "di_atas", "perilaku": "sesuai"}\'\n'
    "        abdi rules list"
)
YEARS_AROUND = 3  # holidays known before and after the day asked for
REFUSED = 2  # exit code


class Command(BaseCommand):
    help = f"Jalankan aturan hukum pada suatu tanggal, atau lihat daftarnya.\n\n{EXAMPLE}"
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        acts = parser.add_subparsers(dest="act", required=True, metavar="eval|list")
        described = {"formatter_class": RawDescriptionHelpFormatter, "epilog": EXAMPLE}
        asked = acts.add_parser("eval", help="jawaban satu aturan beserta dasarnya", **described)
        asked.add_argument("name", metavar="NAMA", help="nama aturan; lihat `abdi rules list`")
        asked.add_argument(
            "--tanggal", required=True, metavar="TTTT-BB-HH", help="hari yang hukumnya berlaku"
        )
        asked.add_argument("--input", default="{}", metavar="JSON", help="masukan aturan, satu objek JSON")
        asked.add_argument("--json", action="store_true", help="satu objek JSON dalam satu baris")
        listed = acts.add_parser("list", help="semua aturan dan versinya", **described)
        listed.add_argument("--json", action="store_true", help="satu objek JSON per baris")

    def handle(self, *, act: str, **options: Any) -> None:
        try:
            self._list(**options) if act == "list" else self._eval(**options)
        except (RuleInputError, InputRefused) as refusal:
            raise CommandError(refusal.message, returncode=REFUSED) from refusal

    def _eval(self, *, name: str, tanggal: str, **options: Any) -> None:
        answer = _answer(name, _day(tanggal), options["input"])
        self._print(answer.as_dict(), indent=None if options["json"] else 2)

    def _list(self, *, json: bool, **_: Any) -> None:
        for one in list_rules():
            about = one.description.splitlines()[0]
            if json:
                row = {"rule": one.name, "version": one.since.isoformat(), "description": about}
                self._print({**row, "dasar": [dict(basis) for basis in one.dasar]})
            else:
                self.stdout.write(f"{one.name:26} {one.since.isoformat()}  {about}")

    def _print(self, answer: object, *, indent: int | None = None) -> None:
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=indent))


def _answer(name: str, on: date, text: str) -> Result:
    years = range(on.year - YEARS_AROUND, on.year + YEARS_AROUND + 1)
    return evaluate(name, on=on, input=_object(text), calendar=default_calendar(years))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputRefused(f"Tanggal '{text}' tidak terbaca; tulis seperti 2026-01-31.") from None


def _object(text: str) -> dict[str, Any]:
    try:
        found = read_json(text)
    except InputRefused as refusal:
        raise InputRefused(f"Isi --input: {refusal.message}") from None
    if not isinstance(found, dict):
        raise InputRefused("Isi --input harus satu objek JSON, misalnya '{\"populasi\": 500}'.")
    return found
