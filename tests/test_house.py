"""The numbers and manners the house is held to. Architecture: docs/explanation/architecture.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.data import ROOT

SOURCE = ROOT / "src" / "abdi"
FILE_LINES, FUNCTION_LINES, TEMPLATE_LINES, VIEW_LINES = 400, 40, 180, 25

FLOORS = [
    {"config"},
    {"demo"},
    {"web", "api"},
    {"integrations", "insight"},
    {"followup", "adoption"},
    {"evaluation"},
    {"activity"},
    {"planning"},
    {"voice"},
    {"services", "measurement"},
    {"facts"},
    {"organisation"},
    {"platform"},
    {"rules"},
]


def python_files(pattern: str = "**/*.py") -> list[Path]:
    return sorted(path for path in SOURCE.glob(pattern) if "migrations" not in path.parts)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def named(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def floor_of(package: str) -> int:
    return next(number for number, floor in enumerate(FLOORS) if package in floor)


def test_files_are_small():
    assert {named(p): n for p in python_files() if (n := len(p.read_text().splitlines())) > FILE_LINES} == {}


def test_functions_are_short():
    lengths = {f"{named(path)}:{one.name}": length(one) for path in python_files() for one in functions(path)}
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}


def test_templates_are_short():
    templates = [*SOURCE.glob("**/*.html"), *SOURCE.glob("**/*.typ")]
    assert {named(p): n for p in templates if (n := len(p.read_text().splitlines())) > TEMPLATE_LINES} == {}


def test_views_are_thin():
    views = python_files("web/**/views.py")
    lengths = {f"{named(path)}:{one.name}": length(one) for path in views for one in functions(path)}
    assert {name: lines for name, lines in lengths.items() if lines > VIEW_LINES} == {}


def test_views_neither_write_nor_query():
    words = re.compile(r"\.(save|create|filter)\(")
    assert {
        named(p): hits for p in python_files("web/**/views.py") if (hits := words.findall(p.read_text()))
    } == {}


@pytest.mark.parametrize("path", python_files("**/permissions.py"), ids=named)
def test_every_check_has_its_can(path):
    names = {node.name for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)}
    stems = {name.removeprefix("check_").removeprefix("can_") for name in names if name.startswith("check_")}
    assert {stem for stem in stems if f"can_{stem}" not in names} == set()


@pytest.mark.parametrize("path", python_files("**/actions.py"), ids=named)
def test_actions_are_keyword_only_annotated_and_atomic(path):
    for node in ast.parse(path.read_text()).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        assert not node.args.args, f"{node.name}: keyword-only"
        assert all(argument.annotation for argument in node.args.kwonlyargs), f"{node.name}: annotated"
        assert node.returns is not None, f"{node.name}: says what it returns"
        decorators = {getattr(d, "id", getattr(d, "attr", "")) for d in node.decorator_list}
        assert "action" in decorators, f"{node.name}: @action"


def test_relations_run_downhill():
    """String foreign keys escape import-linter, so relations are held to the same floors."""
    uphill = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if model.__module__.startswith("abdi.") and field.related_model.__module__.startswith("abdi.")
        if floor_of(field.related_model.__module__.split(".")[1]) < floor_of(model.__module__.split(".")[1])
    ]
    assert uphill == []


def test_every_package_has_a_floor():
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert packages == set().union(*FLOORS)


def test_no_signals_in_the_house():
    banned = re.compile(r"\b(post_save|pre_save|post_delete|pre_delete|m2m_changed)\b")
    assert [named(p) for p in python_files() if banned.search(p.read_text())] == []


def test_room_readmes_are_short():
    assert {
        named(p): n for p in SOURCE.glob("**/README.md") if (n := len(p.read_text().splitlines())) > 25
    } == {}
