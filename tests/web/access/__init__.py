"""The table of who may come to which address, read from the files beside this one: {address: {way: roles}}."""

from pathlib import Path

import yaml

from tests.web.people import ROLES

HERE = Path(__file__).parent
GROUPS = yaml.safe_load((HERE / "groups.yaml").read_text(encoding="utf-8"))


def members(words: str | list[str]) -> frozenset[str]:
    """The roles that a group, a role, or a list of them stands for."""
    if isinstance(words, list):
        return frozenset().union(*map(members, words))
    return members(GROUPS[words]) if words in GROUPS else frozenset({words})


def table() -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for file in sorted(HERE.glob("*.yaml")):
        if file.stem != "groups":
            for name, ways in yaml.safe_load(file.read_text(encoding="utf-8")).items():
                assert name not in found, f"{name} stands in two files"
                found[name] = {way: members(words) for way, words in ways.items()}
    return found


def who_looks(roles: frozenset[str]) -> str:
    """The one of these roles to look with: the plainest who may, and has something to see."""
    return next(role for role in sorted(ROLES, key="guest".__eq__) if role in roles)
