"""`abdi tick`: what is due becomes tasks, once."""

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from abdi.platform.outbox.tick import tick


class Command(BaseCommand):
    help = (
        "Jadikan jadwal dan pesan keluar yang sudah waktunya sebagai tugas; aman diulang.\n\n"
        "Contoh: abdi tick --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, **options: Any) -> None:
        ticked = tick(timezone.now())
        if options["json"]:
            self.stdout.write(json.dumps(asdict(ticked)))
            return
        self.stdout.write(f"jadwal dimulai: {', '.join(ticked.schedules) or 'tidak ada'}")
        self.stdout.write(f"pengiriman pesan keluar: {'dimulai' if ticked.delivery else 'tidak perlu'}")
