"""`abdi worker`: the process beside the web server."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand

from abdi.platform.outbox.worker import work


class Command(BaseCommand):
    help = (
        "Jalankan tugas latar: jadwal, pesan keluar, surel. Berhenti baik-baik pada SIGTERM atau Ctrl+C.\n\n"
        "Contoh: abdi worker\n        abdi worker --batch   (kerjakan yang menunggu, lalu selesai)"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("--interval", type=float, default=1.0, help="jeda antar-pemeriksaan, detik")
        parser.add_argument("--batch", action="store_true", help="berhenti bila tidak ada tugas lagi")

    def handle(self, **options: Any) -> None:
        work(interval=options["interval"], batch=options["batch"])
