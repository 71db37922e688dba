"""The reference pages of the docs, written from what the code declares; a test holds the files to them."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from abdi.facts.kinds import all_kinds
from abdi.measurement.printing import catalogue_markdown
from abdi.platform.workflow import Workflow
from abdi.rules import list_parameters, list_rules

DOCS = Path("docs")
MADE = "<!-- dibuat oleh: abdi reference; jangan disunting -->"


def states() -> str:
    """Every workflow: its diagram, and its table with the legal ground of each step."""
    return _page("Keadaan dan perpindahannya", *(_workflow(one) for one in workflows()))


def workflows() -> list[Workflow]:
    """The tables in the `workflow` modules of all rooms, in the order the rooms are installed."""
    rooms = [app for app in apps.get_app_configs() if app.name.startswith("abdi.")]
    modules = [
        import_module(f"{room.name}.workflow")
        for room in rooms
        if module_has_submodule(room.module, "workflow")
    ]
    return [one for module in modules for one in vars(module).values() if isinstance(one, Workflow)]


def facts() -> str:
    rows = [(f"`{kind.code}`", kind.label, kind.unit, kind.meaning) for kind in all_kinds()]
    return _page("Jenis fakta", _table(("kode", "nama", "satuan", "arti"), rows))


def law() -> str:
    """Every rule version and every parameter with its article and how sure we are of it."""
    rules = [
        (
            f"`{one.name}`",
            one.since,
            one.description.splitlines()[0],
            "; ".join(d["title"] for d in one.dasar),
        )
        for one in list_rules()
    ]
    parameters = [
        (f"`{one.path}`", value.since, one.description, value.reference["title"], value.confidence)
        for one in list_parameters()
        for value in one.values
    ]
    return _page(
        "Dasar hukum",
        "## Aturan",
        _table(("aturan", "berlaku sejak", "isi", "dasar"), rules),
        "## Ketentuan",
        _table(("ketentuan", "berlaku sejak", "isi", "rujukan", "keyakinan"), parameters),
    )


def glossary() -> str:
    terms = tomllib.loads((DOCS / "glossary.toml").read_text())
    rows = [
        (term, entry["en"], entry["article"], ", ".join(f"`{name}`" for name in entry["identifiers"]))
        for term, entry in sorted(terms.items())
    ]
    return _page("Glosarium", _table(("istilah", "in English", "pasal", "nama dalam kode"), rows))


PAGES: dict[str, Callable[[], str]] = {
    "states.md": states,
    "facts.md": facts,
    "law.md": law,
    "glossary.md": glossary,
    "metrics.md": catalogue_markdown,
}


def _workflow(workflow: Workflow) -> str:
    rows = [
        (one.name, ", ".join(sorted(one.source)), one.target, one.actor, f"`{one.tag}`", one.dasar)
        for one in workflow.transitions.values()
    ]
    table = _table(("langkah", "dari", "ke", "oleh", "jejak audit", "dasar"), rows)
    return f"## {workflow.subject}\n\n```mermaid\n{workflow.mermaid()}\n```\n\n{table}"


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", MADE, *parts]) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
