"""The commands of the tutorials and how-tos, run as they are written, on the example data.

In a block ```console runnable every line after `$ ` is a command; a line below it has to be in its output.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.data import ROOT

PAGES = sorted([*(ROOT / "docs" / "tutorials").glob("*.md"), *(ROOT / "docs" / "how-to").glob("*.md")])
BLOCK = re.compile(r"^```console runnable\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(page: Path) -> list[tuple[str, list[str]]]:
    """(command, lines its output has to contain), in the order of the page."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


RUNNABLE = [page for page in PAGES if commands(page)]


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    """A home with the example data, and a way to run a line in the repository's folder."""
    environment = os.environ | {
        "ABDI_HOME": str(tmp_path_factory.mktemp("contoh")),
        "ABDI_DEMO": "1",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    environment.pop("ABDI_DATABASE_URL", None)

    def run(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, env=environment, check=False
        )

    for step in ("abdi migrate --verbosity 0", "abdi demo seed"):
        done = run(step)
        assert done.returncode == 0, done.stderr
    return run


@pytest.mark.slow
@pytest.mark.xdist_group("commands")  # the example data are made once
@pytest.mark.parametrize("page", RUNNABLE, ids=lambda page: page.stem)
def test_every_command_does_what_the_page_says(shell, page):
    for command, expected in commands(page):
        done = shell(command)
        assert done.returncode == 0, f"{page.name}: {command}\n{done.stdout}{done.stderr}"
        for line in expected:
            assert line in done.stdout, f"{page.name}: {command}\n{done.stdout}"


def test_the_tutorial_is_among_them():
    assert "first-hour" in {page.stem for page in RUNNABLE}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
