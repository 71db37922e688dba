"""`abdi ledger`: seal what was recorded, and verify that it still is what was sealed."""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from abdi.facts.sealing import seal_ledger
from abdi.facts.verification import verify_ledger
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import DomainError
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope


class Command(BaseCommand):
    help = (
        "Segel buku fakta ke berkas Parquet, atau periksa keutuhannya.\n"
        "Keluar dengan kode 1 bila ada yang tidak utuh.\n\n"
        "Contoh: abdi ledger seal --instansi kab-contoh --hingga-kini\n"
        "        abdi ledger verify --instansi kab-contoh --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("act", choices=["seal", "verify"], metavar="seal|verify")
        parser.add_argument("--instansi", required=True, metavar="KODE", help="kode instansi")
        parser.add_argument(
            "--hingga-kini",
            action="store_true",
            help="segel semua yang sudah tercatat, bukan hanya yang tercatat sebelum hari ini",
        )
        parser.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, **options: Any) -> None:
        instansi = Instansi.objects.filter(code=options["instansi"]).first()
        if instansi is None:
            raise CommandError(f"Instansi '{options['instansi']}' tidak ada. Periksa kodenya.", returncode=2)
        act = self._seal if options["act"] == "seal" else self._verify
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            try:
                act(instansi, **options)
            except DomainError as refusal:
                raise CommandError(refusal.message, returncode=2) from refusal

    def _seal(self, instansi: Instansi, *, hingga_kini: bool, json: bool, **_: Any) -> None:
        up_to = None if hingga_kini else timezone.localdate()
        segments = seal_ledger(actor=system_user(), up_to=up_to)
        total = sum(one.rows for one in segments)
        if json:
            files = [{"path": one.path, "rows": one.rows, "sha256": one.sha256} for one in segments]
            self._print({"instansi": instansi.code, "sealed": total, "segments": files})
            return
        self.stdout.write(f"{total} fakta disegel dalam {len(segments)} berkas")
        for one in segments:
            self.stdout.write(f"  {one.path}  {one.rows} fakta  {one.sha256[:12]}…")

    def _verify(self, instansi: Instansi, *, json: bool, **_: Any) -> None:
        broken = 0
        findings = []
        for finding in verify_ledger():
            broken += 1
            if json:
                findings.append({"place": finding.place, "reason": finding.reason})
            else:
                self.stdout.write(f"✗ {finding}")
        if json:
            self._print({"instansi": instansi.code, "whole": not broken, "findings": findings})
        elif not broken:
            self.stdout.write("Buku fakta utuh: berkas, baris, dan jejak audit cocok.")
        if broken:
            sys.exit(1)

    def _print(self, answer: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(answer, ensure_ascii=False))
