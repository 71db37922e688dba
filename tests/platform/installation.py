"""An installation of its own, driven from outside by real processes: what one process cannot show."""

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg

SERVER = os.environ.get("ABDI_DATABASE_URL", "")


@dataclass
class Installation:
    home: Path
    url: str = ""  # PostgreSQL; empty for SQLite below home

    @property
    def database(self) -> str:
        """What Django calls its NAME."""
        return _name(self.url) if self.url else str(self.home / "abdi.sqlite3")

    @property
    def env(self) -> dict[str, str]:
        return os.environ | {"ABDI_HOME": str(self.home), "ABDI_DATABASE_URL": self.url}

    def start(self, *arguments: str, **options) -> subprocess.Popen:
        command = [sys.executable, "-c", "from abdi.config.cli import main; main()", *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, env=self.env, **pipes | options)

    def run(self, *arguments: str, typed: str = "", limit: int = 120) -> subprocess.CompletedProcess:
        process = self.start(*arguments, stdin=subprocess.PIPE)
        out, err = process.communicate(typed, timeout=limit)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def python(self, code: str) -> str:
        """Run `code` inside Django there; returns what it printed."""
        done = self.run("shell", "--no-imports", "-c", code)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def copy(self, home: Path) -> "Installation":
        """The same state again, under another home and in another database."""
        shutil.copytree(self.home, home)
        return Installation(home, _create(template=self.url) if self.url else "")

    def open_to_others(self) -> list[str]:
        """What below the home another user of the machine could reach into, once past its door."""
        inside = (path for path in self.home.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077)
        return sorted(path.relative_to(self.home).as_posix() for path in inside)

    def drop(self) -> None:
        if self.url:
            _execute(f'DROP DATABASE "{_name(self.url)}" WITH (FORCE)')


def empty(home: Path) -> Installation:
    home.mkdir()
    return Installation(home, _create() if SERVER else "")


def _create(template: str = "") -> str:
    name = f"abdi_{uuid4().hex}"
    _execute(f'CREATE DATABASE "{name}" TEMPLATE "{_name(template) if template else "template0"}"')
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))


def _name(url: str) -> str:
    return urlsplit(url).path.strip("/")


def _execute(sql: str) -> None:
    with psycopg.connect(SERVER, dbname="postgres", autocommit=True) as connection:
        connection.execute(sql)
