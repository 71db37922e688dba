"""Whoever else has an account on the machine reads nothing of ours."""

import os
import stat
import subprocess
import sys

import pytest

CLI = "from abdi.config.cli import main; main()"
ENTRIES = {
    "cli": ("import os, sys; sys.argv = ['abdi', 'rules', 'list', '--json']", CLI),
    "asgi": ("import os", "import abdi.config.asgi"),
    "wsgi": ("import os", "import abdi.config.wsgi"),
}


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_makes_the_home_and_all_in_it_for_its_user_alone(tmp_path, entry):
    """Started under the usual umask, in a home that is not there yet."""
    home = tmp_path / "baru" / "home"
    before, start = ENTRIES[entry]
    done = subprocess.run(
        [sys.executable, "-c", f"{before}\n{start}\nprint(oct(os.umask(0)))"],
        env=os.environ | {"ABDI_HOME": str(home), "ABDI_DATABASE_URL": "", "ABDI_SECRET_KEY": ""},
        capture_output=True,
        text=True,
        umask=0o022,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "0o77"
    made = [home, *home.rglob("*")]
    assert home / "keys" / "secret_key" in made
    assert [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
