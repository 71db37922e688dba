"""`abdi ledger`: seal what was recorded, and verify that it still is what was sealed."""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from abdi.facts.sealing import seal_ledger
from abdi.facts.verification import verify_ledger
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import DomainError
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope

BROKEN, REFUSED = 1, 2  # exit codes


@dataclass(frozen=True)
class Answer:
    """`data` for --json, `lines` for people."""

    data: dict[str, Any]
    lines: list[str]
    is_whole: bool = True


class Command(BaseCommand):
    help = (
        "Segel buku fakta ke berkas Parquet, atau periksa keutuhannya.\n"
        "Keluar dengan kode 1 bila ada yang tidak utuh.\n"
        "Tanpa --instansi: semua instansi, satu demi satu.\n\n"
        "Contoh: abdi ledger seal --hingga-kini\n"
        "        abdi ledger verify --instansi kab-contoh --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("act", choices=["seal", "verify"], metavar="seal|verify")
        parser.add_argument("--instansi", metavar="KODE", help="kode satu instansi saja")
        parser.add_argument(
            "--hingga-kini",
            action="store_true",
            help="segel semua yang sudah tercatat, bukan hanya yang tercatat sebelum hari ini",
        )
        parser.add_argument(
            "--json", action="store_true", help="satu objek JSON per instansi, sebaris masing-masing"
        )

    def handle(self, **options: Any) -> None:
        act = partial(_seal, until_now=options["hingga_kini"]) if options["act"] == "seal" else _verify
        ends = [
            self._one(instansi, act, as_json=options["json"]) for instansi in _chosen(options["instansi"])
        ]
        if worst := max(ends, default=0):
            sys.exit(worst)

    def _one(self, instansi: Instansi, act: Callable[[str], Answer], *, as_json: bool) -> int:
        """Returns the exit code; what one instansi is refused does not keep the next one waiting."""
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            try:
                answer = act(instansi.code)
            except DomainError as refusal:
                self.stderr.write(f"{instansi.code}: {refusal.message}")
                return REFUSED
        text = json.dumps(answer.data, ensure_ascii=False) if as_json else "\n".join(answer.lines)
        self.stdout.write(text)
        return 0 if answer.is_whole else BROKEN


def _chosen(code: str | None) -> list[Instansi]:
    found = list(Instansi.objects.filter(code=code) if code else Instansi.objects.all())
    if code and not found:
        raise CommandError(f"Instansi '{code}' tidak ada. Periksa kodenya.", returncode=REFUSED)
    return found


def _seal(code: str, *, until_now: bool) -> Answer:
    segments = seal_ledger(actor=system_user(), up_to=None if until_now else timezone.localdate())
    total = sum(one.rows for one in segments)
    files = [{"path": one.path, "rows": one.rows, "sha256": one.sha256} for one in segments]
    lines = [f"{code}: {total} fakta disegel dalam {len(segments)} berkas"]
    lines += [f"  {one.path}  {one.rows} fakta  {one.sha256[:12]}…" for one in segments]
    return Answer({"instansi": code, "sealed": total, "segments": files}, lines)


def _verify(code: str) -> Answer:
    findings = list(verify_ledger())
    found = [{"place": one.place, "reason": one.reason} for one in findings]
    whole = f"{code}: buku fakta utuh; berkas, baris, dan jejak audit cocok."
    lines = [f"✗ {code}: {one}" for one in findings] or [whole]
    return Answer({"instansi": code, "whole": not findings, "findings": found}, lines, is_whole=not findings)
