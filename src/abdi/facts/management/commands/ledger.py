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
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            try:
                if options["act"] == "seal":
                    self._seal(instansi.code, until_now=options["hingga_kini"], as_json=options["json"])
                else:
                    self._verify(instansi.code, as_json=options["json"])
            except DomainError as refusal:
                raise CommandError(refusal.message, returncode=2) from refusal

    def _seal(self, code: str, *, until_now: bool, as_json: bool) -> None:
        segments = seal_ledger(actor=system_user(), up_to=None if until_now else timezone.localdate())
        total = sum(one.rows for one in segments)
        if as_json:
            files = [{"path": one.path, "rows": one.rows, "sha256": one.sha256} for one in segments]
            self._print({"instansi": code, "sealed": total, "segments": files})
            return
        self.stdout.write(f"{total} fakta disegel dalam {len(segments)} berkas")
        for one in segments:
            self.stdout.write(f"  {one.path}  {one.rows} fakta  {one.sha256[:12]}…")

    def _verify(self, code: str, *, as_json: bool) -> None:
        findings = list(verify_ledger())
        if as_json:
            found = [{"place": one.place, "reason": one.reason} for one in findings]
            self._print({"instansi": code, "whole": not findings, "findings": found})
        elif findings:
            self.stdout.writelines(f"✗ {one}\n" for one in findings)
        else:
            self.stdout.write("Buku fakta utuh: berkas, baris, dan jejak audit cocok.")
        if findings:
            sys.exit(1)

    def _print(self, answer: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(answer, ensure_ascii=False))
