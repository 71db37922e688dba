"""`abdi createadmin`: the first person who can sign in."""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from abdi.platform.accounts.actions import create_operator
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import DomainError


class Command(BaseCommand):
    help = (
        "Buat akun operator. Kata sandi diketik dua kali, atau dibaca dari masukan standar; tidak ada bawaan.\n\n"
        "Contoh: abdi createadmin rina --nama 'Rina Misal'\n"
        "        abdi createadmin rina --password-stdin < berkas_rahasia"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("username", help="nama pengguna untuk masuk")
        parser.add_argument("--nama", default="", help="nama lengkap")
        parser.add_argument("--surel", default="", help="alamat surel")
        parser.add_argument(
            "--password-stdin", action="store_true", help="baca satu baris dari masukan standar"
        )
        parser.add_argument("--json", action="store_true", help="keluaran satu objek JSON")

    def handle(self, **options: Any) -> None:
        password = sys.stdin.readline().rstrip("\r\n") if options["password_stdin"] else _typed_twice()
        try:
            account = create_operator(
                actor=system_user(),
                username=options["username"],
                password=password,
                name=options["nama"],
                email=options["surel"],
            )
        except DomainError as error:
            raise CommandError(f"Akun tidak dibuat: {error.message}") from error
        if options["json"]:
            self.stdout.write(json.dumps({"username": account.username}))
            return
        self.stdout.write(f"Akun operator {account.username} dibuat; silakan masuk.")


def _typed_twice() -> str:
    password = getpass("Kata sandi: ")
    if password != getpass("Ulangi kata sandi: "):
        raise CommandError("Kedua kata sandi tidak sama; ulangi perintahnya.")
    return password
