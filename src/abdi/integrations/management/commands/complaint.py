"""`abdi complaint mail`: one letter from the mail server's pipe becomes one complaint."""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from abdi.integrations.importer import instansi_code
from abdi.integrations.mail.intake import take_letter
from abdi.integrations.mail.letters import LARGEST
from abdi.platform.accounts.models import system_user
from abdi.platform.errors import DomainError
from abdi.platform.keys.pace import PaceRefused
from abdi.platform.tenancy.models import Instansi
from abdi.platform.tenancy.scope import instansi_scope


class Command(BaseCommand):
    help = (
        "Terima satu surel (RFC 5322) dari masukan baku sebagai pengaduan, dari pipa peladen surel.\n\n"
        'Contoh (Postfix, /etc/aliases):  aduan: "|abdi complaint mail --instansi kab-contoh"\n\n'
        "Kode keluar seperti sysexits.h: 0 diterima atau surel mesin diabaikan, 65 ditolak dengan kalimat untuk "
        "pengirim, 75 coba lagi nanti."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("what", choices=["mail"], help="mail: satu surel dari masukan baku")
        parser.add_argument("--instansi", required=True, type=instansi_code, help="kode instansi")

    def handle(self, **options: Any) -> None:
        instansi = Instansi.objects.filter(code=options["instansi"]).first()
        if instansi is None:
            self._leave(os.EX_TEMPFAIL, f"Tidak ada instansi berkode {options['instansi']}.")
            return
        try:
            with instansi_scope(instansi), timezone.override(instansi.timezone):
                taken = take_letter(actor=system_user(), raw=sys.stdin.buffer.read(LARGEST + 1))
        except PaceRefused as refusal:
            self._leave(os.EX_TEMPFAIL, refusal.message)
        except DomainError as refusal:
            self._leave(os.EX_DATAERR, refusal.message)
        else:
            self.stdout.write(str(taken.complaint) if taken.complaint else "surel mesin; diabaikan")

    def _leave(self, code: int, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(code)
