"""What an operator should know before the users do. Every finding that is not ok says what to do."""

import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.utils import timezone

from abdi.platform.calendar.holidays import national_holidays
from abdi.platform.operations.installation import home, pending_migrations
from abdi.platform.outbox.models import Heartbeat
from abdi.platform.outbox.selectors import backlog
from abdi.platform.tenancy.instansi import Instansi

GIB = 1 << 30
ALIVE = timedelta(minutes=2)
CLOCK_TOLERANCE = timedelta(seconds=5)


class State(StrEnum):
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    name: str
    state: State
    message: str
    advice: str = ""


Check = Callable[[], Finding]


def examine() -> list[Finding]:
    """Every check in order; one that meets a broken database says so instead of ending the examination."""
    return [_safely(check) for check in CHECKS]


def _safely(check: Check) -> Finding:
    try:
        return check()
    except Error as error:
        reason = str(error).strip().splitlines()[0]
        return _bad(check.__name__, f"tidak dapat diperiksa: {reason}", "perbaiki basis data dahulu")


def _ok(name: str, message: str) -> Finding:
    return Finding(name, State.OK, message)


def _warn(name: str, message: str, advice: str) -> Finding:
    return Finding(name, State.WARN, message, advice)


def _bad(name: str, message: str, advice: str) -> Finding:
    return Finding(name, State.BAD, message, advice)


def database() -> Finding:
    try:
        connection.ensure_connection()
    except Error:
        return _bad("database", "tidak terjangkau", "periksa ABDI_DATABASE_URL dan apakah servernya hidup")
    return _ok("database", f"{connection.vendor} {'.'.join(map(str, connection.get_database_version()))}")


def migrations() -> Finding:
    if pending := pending_migrations():
        return _bad("migrations", f"{len(pending)} belum diterapkan", "jalankan `abdi migrate`")
    return _ok("migrations", "semua diterapkan")


def disk() -> Finding:
    free = shutil.disk_usage(home()).free
    message = f"{free / GIB:.1f} GiB bebas di {home()}"
    if free < GIB // 5:
        return _bad("disk", message, "kosongkan disk sekarang; tanpa ruang, tidak ada yang dapat dicatat")
    if free < 2 * GIB:
        return _warn("disk", message, "kosongkan disk atau pindahkan ABDI_HOME ke disk yang lebih besar")
    return _ok("disk", message)


def clock() -> Finding:
    """The trail and every deadline are as right as this clock."""
    if connection.vendor != "postgresql":
        return _ok("clock", f"{timezone.localtime():%Y-%m-%d %H:%M %Z}")
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (theirs,) = cursor.fetchone()
    if abs(theirs - timezone.now()) > CLOCK_TOLERANCE:
        return _bad("clock", f"berbeda {abs(theirs - timezone.now())} dari server basis data", "nyalakan NTP")
    return _ok("clock", f"{timezone.localtime():%Y-%m-%d %H:%M %Z}, sama dengan server basis data")


def keys() -> Finding:
    open_to_others = [path.name for path in (home() / "keys").glob("*") if _is_open_to_others(path)]
    if open_to_others:
        names = ", ".join(sorted(open_to_others))
        return _bad("keys", f"terbaca pengguna lain: {names}", f"jalankan `chmod 600 {home()}/keys/*`")
    return _ok("keys", "hanya terbaca oleh Abdi")


def private() -> Finding:
    """Database, ledger and files are personal data; behind this one door nobody else reaches any of them."""
    if _is_open_to_others(home()):
        return _bad("private", f"{home()} terbuka bagi pengguna lain", f"jalankan `chmod 700 {home()}`")
    return _ok("private", f"{home()} hanya terbuka bagi Abdi")


def _is_open_to_others(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def writable() -> Finding:
    if not os.access(home(), os.W_OK):
        return _bad(
            "writable",
            f"{home()} tidak dapat ditulisi",
            "berikan hak tulis kepada pengguna yang menjalankan Abdi",
        )
    return _ok("writable", f"{home()} dapat ditulisi")


def static_files() -> Finding:
    """Pages name static files by the manifest that collectstatic writes; without it no page can be built."""
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file():
        return _bad(
            "static_files", "berkas tampilan belum disiapkan", "jalankan `abdi collectstatic --noinput`"
        )
    return _ok("static_files", "lengkap")


def worker() -> Finding:
    last = Heartbeat.objects.order_by("-at").values_list("at", flat=True).first()
    advice = "jalankan `abdi worker` sebagai layanan; tanpa itu surel dan jadwal tidak berjalan"
    if last is None:
        return _warn("worker", "belum pernah berjalan", advice)
    if timezone.now() - last > ALIVE:
        return _bad("worker", f"terakhir hidup {timezone.localtime(last):%Y-%m-%d %H:%M}", advice)
    return _ok("worker", "hidup")


def mail() -> Finding:
    if not settings.EMAIL_HOST:
        return _warn("mail", "surel hanya disimpan sebagai berkas", "isi ABDI_EMAIL_HOST agar surel terkirim")
    return _ok("mail", f"lewat {settings.EMAIL_HOST}")


def outbox() -> Finding:
    counts = backlog()
    message = f"menunggu {counts['waiting']}, terlambat {counts['late']}, gagal {counts['dead']}"
    if counts["dead"]:
        return _bad("outbox", message, "lihat sebabnya dengan `abdi outbox`, lalu `abdi outbox --ulangi`")
    if counts["late"]:
        return _warn("outbox", message, "periksa apakah `abdi worker` berjalan")
    return _ok("outbox", message)


def calendar() -> Finding:
    """Cuti bersama of a year is decreed in the year before; until then its working days are estimates."""
    year = timezone.localdate().year + 1
    names = national_holidays([year]).values()
    advice = f"setelah SKB hari libur {year} terbit, perbarui Abdi atau isi kalender instansi"
    if not names:
        return _bad("calendar", f"hari libur {year} belum diketahui", advice)
    if not any("cuti bersama" in name.lower() for name in names):
        return _warn("calendar", f"hari libur {year} baru perkiraan, tanpa cuti bersama", advice)
    return _ok("calendar", f"libur nasional dan cuti bersama {year} lengkap")


def instansi() -> Finding:
    incomplete = Instansi.objects.filter(is_incomplete=True).count()
    if incomplete:
        return _warn(
            "instansi", f"{incomplete} instansi perlu dilengkapi", "lengkapi nama, tempat dan zona waktunya"
        )
    return _ok("instansi", f"{Instansi.objects.count()} instansi")


CHECKS: tuple[Check, ...] = (
    database,
    migrations,
    disk,
    writable,
    private,
    clock,
    keys,
    static_files,
    worker,
    outbox,
    mail,
    calendar,
    instansi,
)
