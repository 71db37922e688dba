"""`abdi backup`: everything in one file."""

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from abdi.platform.accounts.models import system_user
from abdi.platform.errors import DomainError
from abdi.platform.operations.backups import backup


class Command(BaseCommand):
    help = (
        "Simpan basis data, berkas, buku fakta dan kunci ke satu berkas. Abdi boleh tetap berjalan.\n"
        "Berkas ini berisi kunci dan data pribadi: simpan di tempat yang terjaga.\n\n"
        "Contoh: abdi backup /cadangan/abdi-2026-11-22.tar.gz --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("file", type=Path, help="berkas .tar.gz yang akan dibuat")
        parser.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, **options: Any) -> None:
        target: Path = options["file"]
        try:
            manifest = backup(actor=system_user(), target=target)
        except (DomainError, OSError) as error:
            raise CommandError(f"Cadangan tidak dibuat: {error}") from error
        rows, size = sum(manifest.counts.values()), target.stat().st_size
        if options["json"]:
            done = {"file": str(target), "bytes": size, "members": len(manifest.members), "rows": rows}
            self.stdout.write(json.dumps(done))
            return
        self.stdout.write(f"{target}: {len(manifest.members)} isi, {rows} baris, {size / 1e6:.1f} MB.")
