"""`abdi measure`: what the facts say, with n, interval and the facts behind each number."""

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from abdi.measurement import printing
from abdi.measurement.catalogue import catalogue, find_metric
from abdi.measurement.engine import measure
from abdi.measurement.explanation import Explanation, explain
from abdi.measurement.management.arguments import day_of, instansi_of
from abdi.measurement.policies import suppressed
from abdi.measurement.types import PER, Measured, Window
from abdi.platform.errors import DomainError, InputRefused
from abdi.platform.tenancy.scope import instansi_scope


class Command(BaseCommand):
    help = (
        "Ukur metrik dari fakta: nilai, n, rentang 95 %, dan fakta di baliknya.\n\n"
        "Contoh: abdi measure service.lead_time.mean service.on_time.share --instansi kab-contoh --per petugas\n"
        "        abdi measure skm.ikm --instansi kab-contoh --dari 2026-01-01 --sampai 2026-03-31 --json\n"
        "        abdi measure --daftar"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("metrics", nargs="*", metavar="METRIK", help="nama metrik, mis. service.cases")
        parser.add_argument("--instansi", metavar="KODE", help="kode instansi")
        parser.add_argument("--per", choices=PER, help="satu nilai untuk tiap …")
        parser.add_argument("--dari", metavar="TANGGAL", help="hari pertama, mis. 2026-01-01")
        parser.add_argument("--sampai", metavar="TANGGAL", help="hari terakhir, ikut dihitung")
        parser.add_argument("--explain", action="store_true", help="rumus dan fakta di balik tiap nilai")
        parser.add_argument("--mulai-fakta", type=int, default=0, metavar="N", help="lewati N fakta pertama")
        parser.add_argument("--banyak-fakta", type=int, default=20, metavar="N", help="paling banyak N fakta")
        parser.add_argument("--daftar", action="store_true", help="daftar semua metrik")
        parser.add_argument("--markdown", action="store_true", help="daftar sebagai halaman dokumentasi")
        parser.add_argument("--json", action="store_true", help="keluaran JSON")

    def handle(self, **options: Any) -> None:
        try:
            self._list(**options) if options["daftar"] else self._measure(**options)
        except DomainError as refusal:
            raise CommandError(refusal.message, returncode=2) from refusal

    def _list(self, *, json: bool, markdown: bool, **_: Any) -> None:
        if json:
            self._print([{**asdict(one), "label": str(one.label)} for one in catalogue().values()])
        else:
            text = printing.catalogue_markdown() if markdown else printing.catalogue_table()
            self.stdout.write(text, ending="" if text.endswith("\n") else None)

    def _measure(self, *, metrics: Sequence[str], json: bool, **options: Any) -> None:
        if not metrics:
            raise InputRefused("Sebutkan sedikitnya satu metrik. Lihat daftarnya: abdi measure --daftar.")
        for name in metrics:
            find_metric(name)
        window = Window(day_of(options["dari"]), day_of(options["sampai"]))
        instansi = instansi_of(options["instansi"])
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            found = [suppressed(one) for one in measure(metrics, per=options["per"], window=window)]
            explained = [self._explain(one, **options) for one in found] if options["explain"] else []
            if json:
                self._print_rows(found, explained)
            elif explained:
                self.stdout.write("\n\n".join(map(printing.explanation_text, explained)))
            else:
                self.stdout.write(printing.values_table(found))

    def _explain(self, one: Measured, *, mulai_fakta: int, banyak_fakta: int, **_: Any) -> Explanation:
        return explain(one.metric, one.scope, one.window, offset=mulai_fakta, limit=banyak_fakta)

    def _print_rows(self, found: Sequence[Measured], explained: Sequence[Explanation]) -> None:
        rows = [one.as_dict() for one in found]
        for row, explanation in zip(rows, explained, strict=False):
            row["explain"] = {
                "sentence": explanation.sentence,
                "total": explanation.total,
                "offset": explanation.offset,
                "facts": [asdict(fact) for fact in explanation.facts],
            }
        self._print(rows)

    def _print(self, answer: object) -> None:
        self.stdout.write(json.dumps(answer, ensure_ascii=False, cls=DjangoJSONEncoder))
