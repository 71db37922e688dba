"""Every tag that the product may tell its audit trail, read out of the source: no list of it is kept by hand."""

import ast
from collections.abc import Iterator
from importlib import import_module
from itertools import chain, product
from pathlib import Path
from types import ModuleType

from abdi.platform.workflow import Workflow
from tests.data import ROOT

SOURCE = ROOT / "src"


def every_tag() -> set[str]:
    files = [path for path in SOURCE.glob("abdi/**/*.py") if "migrations" not in path.parts]
    told = (_Source(path).tags() for path in files if "record(" in path.read_text())
    tables = (vars(_module(path)).values() for path in files if path.name == "workflow.py")
    steps = (one.transitions.values() for one in chain(*tables) if isinstance(one, Workflow))
    return {*chain(*told), *(step.tag for step in chain(*steps))}


def _module(path: Path) -> ModuleType:
    return import_module(".".join(path.relative_to(SOURCE).with_suffix("").parts))


class _Source:
    """One file. A tag may be written out, pieced together, or handed to a helper of the same file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.functions = [
            one for one in ast.walk(ast.parse(path.read_text())) if isinstance(one, ast.FunctionDef)
        ]

    def tags(self) -> Iterator[str]:
        for function in self.functions:
            for call in _calls(function, "record"):
                for given in call.keywords:
                    if given.arg == "tag":
                        yield from self._values(given.value, function)

    def _values(self, node: ast.expr, where: ast.FunctionDef) -> set[str]:
        match node:
            case ast.Constant():
                return {str(node.value)}
            case ast.IfExp():
                return self._values(node.body, where) | self._values(node.orelse, where)
            case ast.JoinedStr():
                return {
                    "".join(parts) for parts in product(*(self._values(one, where) for one in node.values))
                }
            case ast.FormattedValue():
                return self._values(node.value, where)
            case ast.Attribute(attr="tag"):
                return set()  # of a transition, and the tables are read whole
            case ast.Subscript(value=ast.Name(id=name)):
                return set(getattr(_module(self.path), name).values())
            case ast.Name(id=name):
                return self._named(name, where)
        raise AssertionError(f"{self.path}:{node.lineno}: write the tag so that it can be read")

    def _named(self, name: str, where: ast.FunctionDef) -> set[str]:
        places = [one.arg for one in where.args.args]
        if name in places:
            return set(chain(*self._handed(name, places.index(name), where.name)))
        found = [
            self._values(one.value, where)
            for one in ast.walk(where)
            if isinstance(one, ast.Assign) and any(getattr(it, "id", "") == name for it in one.targets)
        ]
        return set(chain(*found)) if found else {getattr(_module(self.path), name)}

    def _handed(self, name: str, place: int, helper: str) -> Iterator[set[str]]:
        for function in self.functions:
            for call in _calls(function, helper):
                by_name = [given.value for given in call.keywords if given.arg == name]
                yield self._values((by_name or [*call.args[place:]])[0], function)


def _calls(function: ast.FunctionDef, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
            yield node
