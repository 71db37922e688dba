"""A second compiler for pages: what a browser or Django would forgive, a test refuses."""

import re
import sys
from pathlib import Path

from django.test import Client

import abdi

OURS = str(Path(abdi.__file__).parent / "templates")
INLINE = re.compile(
    r"<style\b|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")",
    re.IGNORECASE,
)


class UndefinedVariable(AssertionError):
    """A template of ours printed a variable that its view never gave it."""


class Undefined(str):
    """Stands in for `string_if_invalid`. Libraries' templates may be lax; ours may not."""

    __slots__ = ()

    def __contains__(self, key):
        return key == "%s"  # makes Django hand over the variable's name by `%`

    def __mod__(self, variable):
        template = sys._getframe(1).f_locals["context"].render_context.template
        if str(template.origin.name).startswith(OURS):
            raise UndefinedVariable(f"{{{{ {variable} }}}} is undefined in {template.name}")
        return ""


class StrictClient(Client):
    """Refuses inline script and style in every HTML answer: the content security policy would block them."""

    def request(self, **request):
        response = super().request(**request)
        if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
            found = INLINE.search(response.content.decode())
            assert not found, f"inline script or style: {found.string[found.start() : found.start() + 80]!r}"
        return response
