"""`abdi restore`: a backup becomes an installation again."""

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from abdi.platform.errors import DomainError
from abdi.platform.operations.backups import restore


class Command(BaseCommand):
    help = (
        "Pulihkan cadangan lalu periksa hasilnya: sidik isi, jumlah baris, jejak audit, berkas.\n"
        "Hentikan dahulu server dan `abdi worker`.\n\n"
        "Contoh: abdi restore /cadangan/abdi-2026-11-22.tar.gz --json"
    )
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("file", type=Path, help="berkas dari abdi backup")
        parser.add_argument("--paksa", action="store_true", help="sisihkan isi yang ada, lalu pulihkan")
        parser.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, **options: Any) -> None:
        try:
            restored = restore(source=options["file"], force=options["paksa"])
        except (DomainError, OSError) as error:
            raise CommandError(f"Pemulihan berhenti: {error}") from error
        if options["json"]:
            self.stdout.write(json.dumps(asdict(restored)))
            return
        self.stdout.write(
            f"Pulih dan sudah diperiksa: {restored.tables} tabel, {restored.rows} baris, {restored.files} berkas."
        )
        if restored.aside:
            self.stdout.write(f"Isi lama disisihkan di {restored.aside}; hapus bila tidak diperlukan lagi.")
