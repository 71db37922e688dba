"""Reading settings from the environment: the only place that does. Names: docs/reference/settings.md."""

import os
import secrets
from pathlib import Path

_OTHERS = 0o077  # every right of the group and of the rest of the machine
_TRUE = {"1", "true", "yes", "ya", "on"}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    return os.environ[name].lower() in _TRUE if name in os.environ else default


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list without blanks."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def keep_to_ourselves() -> None:
    """What this process writes, personal data nearly all of it, nobody else on the machine reads.

    Called by every entry point before Django starts.
    """
    os.umask(_OTHERS)


def home() -> Path:
    """Everything Abdi writes lives below this directory. One that is there already keeps its rights: see `doctor`."""
    path = Path(text("ABDI_HOME", "var")).absolute()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def key(name: str) -> str:
    """A secret from the environment, or one made at first start and kept in `ABDI_HOME/keys/`."""
    if given := text(f"ABDI_{name.upper()}"):
        return given
    path = home() / "keys" / name
    if not path.exists():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        _create_once(path, secrets.token_urlsafe(50))
    return path.read_text().strip()


def _create_once(path: Path, content: str) -> None:
    """Two processes may start at once: the first one's key wins, whole."""
    draft = path.with_suffix(f".{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(content)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
