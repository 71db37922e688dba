"""Running `abdi import` the way the console does."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

REFUSED = 2  # exit code
MAP = ["case=perkara", "activity=langkah", "time=waktu", "officer=petugas", "unit=loket", "channel=kanal"]


class Refused(Exception):
    """The command ended with exit code 2 and this sentence."""


@pytest.fixture
def run_import(db):
    """Runs `abdi import …`; returns its JSON, or raises `Refused` with the sentence on standard error."""

    def run(*arguments: object) -> dict:
        out, err = StringIO(), StringIO()
        try:
            call_command("import", *map(str, arguments), "--json", stdout=out, stderr=err, no_color=True)
        except SystemExit as end:
            if end.code != REFUSED:
                raise
            refused = Refused(err.getvalue().strip())
            refused.report = json.loads(out.getvalue()) if out.getvalue() else None
            raise refused from None
        return json.loads(out.getvalue())

    return run


@pytest.fixture
def import_log(run_import):
    """`abdi import eventlog FILE` for one service of one instansi, columns named in Indonesian."""

    def run(path, *arguments: object, mapping=MAP) -> dict:
        place = ("--instansi", "kab-contoh", "--layanan", "izin")
        return run_import("eventlog", path, *place, "--map", *mapping, *arguments)

    return run


@pytest.fixture
def log_file(tmp_path):
    """Writes a CSV log with the usual header and the given lines."""

    def write(*lines: str, header: str = "perkara,langkah,waktu,petugas,loket,kanal"):
        path = tmp_path / f"log-{len(list(tmp_path.iterdir()))}.csv"
        path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return path

    return write
