"""`abdi outbox`: what waits, what was given up on, and trying it again."""

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand

from abdi.platform.accounts.models import system_user
from abdi.platform.outbox.actions import retry_dead
from abdi.platform.outbox.selectors import backlog, dead_letters


class Command(BaseCommand):
    help = (
        "Tampilkan pesan keluar yang menunggu dan yang gagal dikirim.\n\n"
        "Contoh: abdi outbox --json\n        abdi outbox --ulangi"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("--ulangi", action="store_true", help="coba lagi semua pesan yang gagal")
        parser.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, **options: Any) -> None:
        retried = retry_dead(actor=system_user()) if options["ulangi"] else 0
        dead = [{"id": one.pk, "topic": one.topic, "error": one.last_error} for one in dead_letters()[:100]]
        if options["json"]:
            self.stdout.write(json.dumps({**backlog(), "retried": retried, "dead_letters": dead}))
            return
        if retried:
            self.stdout.write(f"{retried} pesan akan dicoba lagi")
        counts = backlog()
        self.stdout.write(f"menunggu {counts['waiting']}, terlambat {counts['late']}, gagal {counts['dead']}")
        for one in dead:
            self.stdout.write(f"  #{one['id']} {one['topic']}: {one['error']}")
