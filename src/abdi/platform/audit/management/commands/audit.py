"""`abdi audit verify`: recompute the hash chains of the audit trail."""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from abdi.platform.audit.models import AuditEntry
from abdi.platform.audit.trail import verify


class Command(BaseCommand):
    help = (
        "Periksa rantai jejak audit semua instansi. Keluar dengan kode 1 bila ada yang putus.\n\n"
        "Contoh: abdi audit verify --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("act", choices=["verify"], metavar="verify")
        parser.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, **options: Any) -> None:
        breaks = list(verify())
        entries = AuditEntry.objects.count()
        if options["json"]:
            found = [asdict(one) for one in breaks]
            self.stdout.write(json.dumps({"entries": entries, "whole": not breaks, "breaks": found}))
        else:
            for one in breaks:
                self.stdout.write(f"✗ {one.chain}#{one.sequence}: {one.reason}")
            if not breaks:
                self.stdout.write(f"Jejak audit utuh: {entries} baris.")
        if breaks:
            sys.exit(1)
