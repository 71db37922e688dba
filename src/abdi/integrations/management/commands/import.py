"""`abdi import APA FILE`: what other systems know, led in through one door."""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any, NoReturn

from django.core.management.base import BaseCommand

from abdi.integrations.complaint_table.command import COMPLAINTS
from abdi.integrations.employees.command import EMPLOYEES
from abdi.integrations.eventlog.command import EVENTLOG
from abdi.integrations.figures.command import FIGURES
from abdi.integrations.importer import Importer
from abdi.integrations.open311.command import OPEN311
from abdi.integrations.skm.command import SKM
from abdi.platform.errors import DomainError

IMPORTERS: dict[str, Importer] = {
    one.name: one for one in (EVENTLOG, EMPLOYEES, SKM, FIGURES, COMPLAINTS, OPEN311)
}
REFUSED = 2  # exit code


class Command(BaseCommand):
    help = "Masukkan data dari luar: log kejadian, pegawai, jawaban survei, pengaduan, angka sistem lain."

    def add_arguments(self, parser: ArgumentParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True, metavar="APA")
        for one in IMPORTERS.values():
            one.add_arguments(
                kinds.add_parser(
                    one.name,
                    help=str(one.help),
                    description=str(one.help),
                    epilog=f"Contoh:\n  {one.example}",
                    formatter_class=RawDescriptionHelpFormatter,
                )
            )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcome = IMPORTERS[options["kind"]].run(options)
        except DomainError as error:
            self._refuse(error.message)
        self.stdout.write(json.dumps(outcome.data, ensure_ascii=False) if options["json"] else outcome.text)
        if outcome.refusal:
            self._refuse(outcome.refusal)

    def _refuse(self, sentence: str) -> NoReturn:
        self.stderr.write(sentence)
        sys.exit(REFUSED)
