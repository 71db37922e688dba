"""`abdi reference`: rewrite the generated pages of docs/reference."""

from typing import Any

from django.core.management.base import BaseCommand

from abdi.config.reference import DOCS, PAGES


class Command(BaseCommand):
    help = "Tulis ulang halaman rujukan di docs/reference dari yang dinyatakan kode. Contoh: abdi reference"
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        for name, page in PAGES.items():
            (DOCS / "reference" / name).write_text(page())
            self.stdout.write(f"docs/reference/{name}")
