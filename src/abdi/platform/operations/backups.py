"""The whole installation as one file, and back.

Neither verb is one transaction: a dump needs a snapshot of its own, a restore replaces the database. Each
therefore writes its audit row in a transaction beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from abdi.platform.accounts.models import User, system_user
from abdi.platform.audit.trail import action, record, verify
from abdi.platform.errors import DomainError, InputRefused, PolicyRefused
from abdi.platform.files.models import StoredFile
from abdi.platform.operations.archive import Manifest, pack, unpack
from abdi.platform.operations.databases import database, is_empty, row_counts
from abdi.platform.operations.installation import home
from abdi.platform.operations.permissions import check_can_operate

DATABASE = "database"
FOLDERS = ("files", "ledger", "keys")
ASIDE = "sebelum-pulih"


@dataclass(frozen=True)
class Restored:
    tables: int
    rows: int
    files: int
    aside: str  # where the former state was put; empty when there was none


def backup(*, actor: User, target: Path) -> Manifest:
    """Write database, files, sealed ledger and keys to `target`, while the application goes on running.

    The database first: files are only ever added, so that everything the copied rows name is there afterwards.
    """
    check_can_operate(actor)
    _announce("operations:installation:backup", target.name)
    with TemporaryDirectory(dir=home(), prefix=".cadangan-") as place:
        dump = Path(place) / DATABASE
        counts = database().dump(dump)
        manifest = Manifest(made_at=timezone.now().isoformat(), vendor=connection.vendor, counts=counts)
        return pack(target, [(DATABASE, dump), *_own_files()], manifest)


def restore(*, source: Path, force: bool) -> Restored:
    """Bring an archive back and check it: digests, rows per table, the audit chains, every file that is named.

    Whoever restores owns the machine, and there may be no account to ask. Refuses an installation that holds
    something, unless `force`: then what was there is kept below `sebelum-pulih/`.
    """
    if not force and not _is_vacant():
        raise PolicyRefused(
            _(
                "%(home)s sudah berisi; pulihkan ke ABDI_HOME kosong, atau tambah --paksa (isi lama disisihkan)."
            )
            % {"home": home()}
        )
    with TemporaryDirectory(dir=home(), prefix=".pulih-") as place:
        staged = Path(place)
        manifest = unpack(source, staged)
        _check_vendor(manifest)
        aside = _set_aside()
        _move_in(staged)
    _check_rows(manifest)
    call_command("migrate", verbosity=0, interactive=False)
    files = _check_contents()
    _announce("operations:installation:restore", source.name)
    return Restored(len(manifest.counts), sum(manifest.counts.values()), files, aside)


@action
def _announce(tag: str, name: str) -> None:
    system = system_user()
    record(actor=system, tag=tag, subject=system, data={"archive": name})


def _own_files() -> Iterator[tuple[str, Path]]:
    """Drafts begin with a dot and are nobody's yet."""
    for folder in FOLDERS:
        for path in sorted((home() / folder).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield path.relative_to(home()).as_posix(), path


def _is_vacant() -> bool:
    """A key alone is nothing: it was made by the start of this very command."""
    return is_empty() and not any(folder in FOLDERS[:2] for folder in _filled_folders())


def _filled_folders() -> list[str]:
    return [folder for folder in FOLDERS if any((home() / folder).glob("*"))]


def _check_vendor(manifest: Manifest) -> None:
    if manifest.vendor != connection.vendor:
        raise InputRefused(
            _(
                "Cadangan ini dari %(theirs)s, sedangkan Abdi di sini memakai %(ours)s; sesuaikan ABDI_DATABASE_URL."
            )
            % {"theirs": manifest.vendor, "ours": connection.vendor}
        )


def _set_aside() -> str:
    """Move the present state out of the way; nothing is deleted before the restored one has proved itself."""
    folders, is_database_empty = _filled_folders(), is_empty()
    if is_database_empty and not folders:
        return ""
    aside = home() / ASIDE / timezone.now().strftime("%Y%m%dT%H%M%S%f")
    aside.mkdir(parents=True, mode=0o700)
    if not is_database_empty:
        database().set_aside(aside)
    for folder in folders:
        (home() / folder).rename(aside / folder)
    return str(aside)


def _move_in(staged: Path) -> None:
    """A rename replaces an empty folder, and every other one has been set aside."""
    database().load(staged / DATABASE)
    for folder in FOLDERS:
        if (staged / folder).exists():
            (staged / folder).rename(home() / folder)


def _check_rows(manifest: Manifest) -> None:
    now = row_counts()
    for table, count in manifest.counts.items():
        if now.get(table) != count:
            raise DomainError(
                _("Tabel %(table)s berisi %(now)s baris setelah dipulihkan, seharusnya %(then)s.")
                % {"table": table, "now": now.get(table, 0), "then": count}
            )


def _check_contents() -> int:
    """Returns how many stored files are there."""
    if broken := next(verify(), None):
        raise DomainError(
            _("Jejak audit %(chain)s terputus pada baris %(sequence)s: %(reason)s.") % vars(broken)
        )
    count = 0
    for stored in StoredFile.everywhere.select_related("instansi").iterator():
        if not stored.path.is_file():
            raise DomainError(_("Isi berkas “%(name)s” tidak ada di cadangan.") % {"name": stored.name})
        count += 1
    return count
