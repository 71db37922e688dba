"""`abdi demo`: fill an empty installation with example data, and tell the main job in ten lines."""

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from abdi.demo.cast import PASSWORD, logins
from abdi.demo.region import CODE
from abdi.demo.seeding import seed
from abdi.demo.tour import as_dict, as_lines, tour
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import DomainError, PolicyRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope

EXAMPLE = "Contoh: abdi demo tour --json"
REFUSED = 2  # exit code


class Command(BaseCommand):
    help = f"Data contoh: satu kabupaten rekaan dan setahun catatan layanannya.\n\n{EXAMPLE}"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        acts = parser.add_subparsers(dest="act", required=True, metavar="seed|accounts|tour")
        about = {
            "seed": "isi pemasangan kosong dengan data contoh (butuh ABDI_DEMO=1)",
            "accounts": "satu akun untuk tiap peran",
            "tour": "pekerjaan utama untuk satu petugas, dari fakta sampai predikat, dalam sepuluh baris",
        }
        for name, text in about.items():
            act = acts.add_parser(
                name,
                help=text,
                description=text,
                epilog=EXAMPLE,
                formatter_class=RawDescriptionHelpFormatter,
            )
            act.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, *, act: str, **options: Any) -> None:
        acts = {"seed": self._seed, "accounts": self._accounts, "tour": self._tour}
        try:
            acts[act](**options)
        except DomainError as refusal:
            raise CommandError(refusal.message, returncode=REFUSED) from refusal

    def _seed(self, *, json: bool, **_: Any) -> None:
        seeded = seed(actor=system_user(), today=timezone.localdate(), say=self._say)
        if json:
            self._print(asdict(seeded))
        else:
            self.stdout.write(f"{seeded.employees} pegawai, {seeded.facts} fakta, {seeded.plans} SKP.")

    def _accounts(self, *, json: bool, **_: Any) -> None:
        if json:
            self._print({"password": PASSWORD, "accounts": dict(logins())})
            return
        self.stdout.write("Warga    tidak perlu akun")
        for username, shows in logins():
            self.stdout.write(f"{username:8} {shows}")
        self.stdout.write(f"Kata sandi semuanya: {PASSWORD}")

    def _tour(self, *, json: bool, **_: Any) -> None:
        instansi = Instansi.objects.filter(code=CODE, is_example=True).first()
        if instansi is None:
            raise PolicyRefused("Data contoh belum ada; jalankan script/demo.")
        with instansi_scope(instansi), timezone.override(instansi.timezone):
            found = tour()
            if json:
                self._print(as_dict(found))
            else:
                self.stdout.write("\n".join(as_lines(found)))

    def _print(self, answer: object) -> None:
        self.stdout.write(json.dumps(answer, ensure_ascii=False))

    def _say(self, step: str) -> None:
        """Progress goes beside the answer, so that --json stays one object."""
        self.stderr.write(f"  {step} …")
