"""`abdi lapor sync`: one exchange with SP4N-LAPOR! now."""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand

from abdi.integrations.lapor.syncing import Outcome, synchronise
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import DomainError

REFUSED = 2  # exit code


class Command(BaseCommand):
    help = "Ambil laporan baru dari SP4N-LAPOR! dan kirim perkembangannya.\n\nContoh: abdi lapor sync --json"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("what", choices=["sync"], help="sync: satu kali pertukaran")
        parser.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, **options: Any) -> None:
        try:
            outcome = synchronise(actor=system_user())
        except DomainError as refusal:
            self.stderr.write(refusal.message)
            sys.exit(REFUSED)
        self.stdout.write(
            json.dumps(_data(outcome), ensure_ascii=False) if options["json"] else _text(outcome)
        )


def _data(outcome: Outcome) -> dict[str, Any]:
    held = [{"report": one.key, "reason": one.reason} for one in outcome.held]
    return {"taken": len(outcome.taken), "held": held, "steps": outcome.steps}


def _text(outcome: Outcome) -> str:
    lines = [f"{len(outcome.taken)} laporan masuk, {len(outcome.held)} tertahan."]
    return "\n".join([*lines, *(f"  {one.key or '(tanpa nomor)'}: {one.reason}" for one in outcome.held)])
