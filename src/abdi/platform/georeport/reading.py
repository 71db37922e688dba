"""What a server of GeoReport v2 said, XML or JSON, as the same neutral structure.

Servers differ: numbers stand as text, codes as numbers, empty elements as nothing, and some add fields of their own.
What is meant is read; what cannot be meant is refused with its place.
"""

import json
import math
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.platform.georeport.shapes import ERRORS, ROOTS, Content, Many, Record, Shape, Value
from abdi.platform.georeport.writing import clean

LONGEST = 20 << 20  # bytes of one answer; a thousand requests take about one
SHOWN = 200
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


class ServerRefused(InputRefused):
    """The server answered with its errors; `errors` as read: [{code, description}]."""

    def __init__(self, message: str, errors: list[dict[str, Any]]) -> None:
        super().__init__(message)
        self.errors = errors


def read(body: bytes, root: str) -> Content:
    """The content of a document whose root is `root`. Raises InputRefused, ServerRefused (it told errors instead)."""
    if len(body) > LONGEST:
        raise InputRefused(
            _("Jawaban Open311 lebih dari %d MB; minta rentang yang lebih pendek.") % (LONGEST >> 20)
        )
    found, content = _from_xml(body) if body.lstrip()[:1] == b"<" else _from_json(body, root)
    if found == ERRORS and root != ERRORS:
        raise _told_errors(content)
    if found != root:
        raise _refusal(found[:SHOWN], _("akarnya seharusnya <%s>") % root)
    return _understood(ROOTS[root], content, root)


def _from_xml(body: bytes) -> tuple[str, Any]:
    """(root, content) with every value as text."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        tree = fromstring(body, forbid_dtd=True)
        root = str(tree.tag)
        return root, _plain(tree, ROOTS[root]) if root in ROOTS else None
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as unfit:
        raise _refusal(type(unfit).__name__, _("bukan XML yang utuh, atau memuat DTD")) from None


def _plain(element: Element, shape: Shape) -> Any:
    if isinstance(shape, Many):
        return [_plain(one, shape.of) for one in element if one.tag == shape.item]
    if isinstance(shape, Record):
        return {one.tag: _plain(one, shape.fields[one.tag]) for one in element if one.tag in shape.fields}
    return "".join(element.itertext())


def _from_json(body: bytes, root: str) -> tuple[str, Any]:
    """A bare array has no name: it is what was asked for, unless every item of it is an error."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise _refusal("JSON", _("bukan JSON yang utuh")) from None
    is_errors = isinstance(content, list) and content and all(map(_is_error, content))
    return (ERRORS if is_errors else root), content


def _is_error(item: Any) -> bool:
    return isinstance(item, dict) and set(item) == {"code", "description"}


def _told_errors(content: Any) -> ServerRefused:
    errors = _understood(ROOTS[ERRORS], content, ERRORS)
    said = "; ".join(str(one.get("description") or one.get("code")) for one in errors)[:SHOWN]
    return ServerRefused(_("Server Open311 menolak: %s") % said, errors)


def _understood(shape: Shape, content: Any, at: str) -> Content:
    if isinstance(shape, Many):
        if not isinstance(content, list | None):
            raise _refusal(at, _("seharusnya daftar"))
        return [
            _understood(shape.of, one, f"{at}/{shape.item}[{n}]") for n, one in enumerate(content or [], 1)
        ]
    if isinstance(shape, Record):
        if not isinstance(content, dict):
            raise _refusal(at, _("seharusnya memuat unsur-unsurnya"))
        return {
            name: _understood(of, content[name], f"{at}/{name}")
            for name, of in shape.fields.items()
            if name in content
        }
    return _value(shape, content, at)


def _value(kind: Value, content: Any, at: str) -> Content:
    if isinstance(content, dict | list):
        raise _refusal(at, _("seharusnya satu nilai"))
    text = "" if content is None else clean(str(content)) or ""
    if not text:
        return None
    try:
        return text if kind is Value.TEXT else _typed(kind, text)
    except (ValueError, KeyError):
        raise _refusal(at, _("“%s” tidak dapat dibaca") % text[:40]) from None


def _typed(kind: Value, text: str) -> bool | int | float:
    if kind is Value.FLAG:
        return _FLAGS[text.lower()]
    if kind is Value.WHOLE:
        return int(text)
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _refusal(at: str, reason: str) -> InputRefused:
    return InputRefused(_("Jawaban Open311, %(at)s: %(reason)s.") % {"at": at, "reason": reason})
