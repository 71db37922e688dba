"""`abdi doctor`: is everything as it should be?"""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from abdi.platform.operations.doctor import Finding, State, examine

SIGNS = {State.OK: "✓", State.WARN: "!", State.BAD: "✗"}


class Command(BaseCommand):
    help = (
        "Periksa pemasangan ini dan katakan apa yang perlu dilakukan. Keluar dengan kode 1 bila ada yang rusak.\n\n"
        "Contoh: abdi doctor --json"
    )
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("--json", action="store_true", help="satu objek JSON per baris")

    def handle(self, **options: Any) -> None:
        findings = examine()
        for one in findings:
            self.stdout.write(json.dumps(asdict(one)) if options["json"] else self._line(one))
        if any(one.state is State.BAD for one in findings):
            sys.exit(1)

    @staticmethod
    def _line(one: Finding) -> str:
        advice = f" → {one.advice}" if one.advice else ""
        return f"{SIGNS[one.state]} {one.name}: {one.message}{advice}"
