"""A second compiler for pages: what a browser or Django would forgive, a test refuses."""

import re
import sys
from collections import Counter
from pathlib import Path

from django.template.base import Origin
from django.test import Client

import abdi

OURS = str(Path(abdi.__file__).parent / "templates")
INLINE = re.compile(
    r"<style\b|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/(?:ld\+)?json\")",
    re.IGNORECASE,
)
ID = re.compile(r"<[a-z][^<>]*?\sid=\"([^\"]*)\"")


class UndefinedVariable(AssertionError):
    """A template of ours printed a variable that its view never gave it."""


class Undefined(str):
    """Stands in for `string_if_invalid` (never empty: Django asks it nothing then). Only our templates are strict."""

    __slots__ = ()

    def __contains__(self, key):
        return key == "%s"  # makes Django hand over the variable's name by `%`

    def __mod__(self, variable):
        origin = _written_in(sys._getframe(1))
        if origin.startswith(OURS):
            raise UndefinedVariable(f"{{{{ {variable} }}}} is undefined in {origin.removeprefix(OURS)}")
        return ""


def _written_in(frame) -> str:
    """The file of the template node being rendered: a library's block may stand inside a page of ours."""
    while frame:
        origin = getattr(frame.f_locals.get("self"), "origin", None)
        if isinstance(origin, Origin):
            return str(origin.name)
        frame = frame.f_back
    return ""


class StrictClient(Client):
    """Refuses in every HTML answer what a browser would not take as it is meant.

    Inline script and style are blocked by the content security policy; of two elements with one id, a label
    names the first, so that words typed for the second go astray.
    """

    def request(self, **request):
        response = super().request(**request)
        if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
            page = response.content.decode()
            found = INLINE.search(page)
            assert not found, f"inline script or style: {page[found.start() : found.start() + 80]!r}"
            twice = [name for name, times in Counter(ID.findall(page)).items() if times > 1]
            assert not twice, f"ids of several elements: {twice}"
        return response
