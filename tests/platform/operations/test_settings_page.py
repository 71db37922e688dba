"""docs/reference/settings.md names exactly what the configuration reads."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
READERS = {"text", "flag", "words", "key"}


def read_by_code() -> set[str]:
    trees = [ast.parse(path.read_text()) for path in (ROOT / "src/abdi/config").rglob("*.py")]
    return {name for tree in trees for node in ast.walk(tree) if (name := variable(node))}


def variable(node: ast.AST) -> str:
    """The variable that a call of the environment's readers names; `key("x")` reads ABDI_X."""
    if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
        return ""
    reader = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    name = node.args[0].value
    if reader not in READERS or not isinstance(name, str):
        return ""
    return f"ABDI_{name.upper()}" if reader == "key" else name if name.startswith("ABDI_") else ""


def test_the_page_and_the_code_agree():
    page = (ROOT / "docs/reference/settings.md").read_text()
    assert set(re.findall(r"^\| `(ABDI_\w+)`", page, re.MULTILINE)) == read_by_code()
