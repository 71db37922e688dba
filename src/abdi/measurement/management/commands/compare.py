"""`abdi compare`: who differs from what the same mix of work leads one to expect."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from json import dumps
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from abdi.measurement.fairness import wording
from abdi.measurement.fairness.comparing import PER, compare
from abdi.measurement.management.arguments import day_of, instansi_of
from abdi.measurement.types import Window
from abdi.platform.errors import DomainError
from abdi.platform.tenancy.scope import instansi_scope


class Command(BaseCommand):
    help = (
        "Bandingkan petugas atau unit secara adil: dengan yang diharapkan dari campuran layanan, kanal, dan\n"
        'kepadatan hari yang sama. "Tidak dapat dibedakan" adalah jawaban.\n\n'
        "Contoh: abdi compare queue.service.median --instansi kab-contoh\n"
        "        abdi compare service.on_time.share --instansi kab-contoh --per unit --dari 2026-07-01 --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("metric", metavar="METRIK", help="nama metrik, mis. queue.service.median")
        parser.add_argument("--instansi", metavar="KODE", help="kode instansi")
        parser.add_argument("--per", choices=PER, default="petugas", help="yang dibandingkan")
        parser.add_argument("--dari", metavar="TANGGAL", help="hari pertama, mis. 2026-01-01")
        parser.add_argument("--sampai", metavar="TANGGAL", help="hari terakhir, ikut dihitung")
        parser.add_argument("--json", action="store_true", help="satu objek JSON")

    def handle(self, *, metric: str, **options: Any) -> None:
        try:
            self.stdout.write(self._told(metric, **options))
        except DomainError as refusal:
            raise CommandError(refusal.message, returncode=2) from refusal

    def _told(self, metric: str, *, per: str, json: bool, **options: Any) -> str:
        window = Window(day_of(options["dari"]), day_of(options["sampai"]))
        instansi = instansi_of(options["instansi"])
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            found = compare(metric, per=per, window=window)
            return dumps(found.as_dict(), ensure_ascii=False) if json else wording.comparison_text(found)
