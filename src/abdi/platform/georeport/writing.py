"""A document, as XML and as JSON. Both say the same: text is cleaned once, before either is written."""

import json
import math
import re
from typing import Any
from xml.sax.saxutils import escape

from abdi.platform.georeport.shapes import ROOTS, Content, Many, Record, Shape, Value

XML, JSON = "xml", "json"
CONTENT_TYPES = {XML: "text/xml; charset=utf-8", JSON: "application/json; charset=utf-8"}
_NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_TYPES: dict[Value, tuple[type, ...]] = {
    Value.TEXT: (str,),
    Value.FLAG: (bool,),
    Value.WHOLE: (int,),
    Value.NUMBER: (int, float),
}


class WrongShape(ValueError):
    """Content that no document of this root may hold: a defect of whoever wrote it."""


def written(root: str, content: Content, form: str) -> bytes:
    """`form` is XML or JSON; content as `shapes` says. Raises WrongShape."""
    neutral = _neutral(ROOTS[root], content, root)
    if form == JSON:
        return json.dumps(neutral, ensure_ascii=False, allow_nan=False).encode()
    return f'<?xml version="1.0" encoding="utf-8"?>\n{_element(root, ROOTS[root], neutral)}\n'.encode()


def _neutral(shape: Shape, content: Content, at: str) -> Content:
    """The content with its text cleaned; empty is nothing. What the shape does not know is refused, not dropped."""
    if content is None and not isinstance(shape, Many):
        return None
    if isinstance(shape, Many):
        if not isinstance(content, list):
            raise WrongShape(f"{at}: a list is told as {type(content).__name__}")
        return [_neutral(shape.of, one, f"{at}/{shape.item}") for one in content]
    if isinstance(shape, Record):
        return _record(shape, content, at)
    return _value(shape, content, at)


def clean(text: str) -> str | None:
    """Lines end in \\n, letters that XML cannot carry are gone, so are blanks around; None where nothing is left."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip() or None


def _record(shape: Record, content: Any, at: str) -> dict[str, Content]:
    if not isinstance(content, dict) or set(content) - set(shape.fields):
        raise WrongShape(f"{at}: only {', '.join(shape.fields)} stand here")
    return {
        name: _neutral(of, content[name], f"{at}/{name}")
        for name, of in shape.fields.items()
        if name in content
    }


def _value(kind: Value, content: Any, at: str) -> Content:
    is_flag = isinstance(content, bool)
    if not isinstance(content, _TYPES[kind]) or is_flag != (kind is Value.FLAG):
        raise WrongShape(f"{at}: {type(content).__name__} is no {kind.value}")
    if isinstance(content, str):
        return clean(content)
    if kind is Value.NUMBER and isinstance(content, int | float):
        return _finite(float(content), at)
    return content


def _finite(number: float, at: str) -> float:
    if not math.isfinite(number):
        raise WrongShape(f"{at}: {number} is no number")
    return number


def _element(name: str, shape: Shape, content: Content) -> str:
    inside = _inside(shape, content)
    return f"<{name}>{inside}</{name}>" if inside else f"<{name}/>"


def _inside(shape: Shape, content: Content) -> str:
    if content is None:
        return ""
    if isinstance(shape, Many):
        return "".join(_element(shape.item, shape.of, one) for one in content)
    if isinstance(shape, Record):
        return "".join(_element(name, shape.fields[name], one) for name, one in content.items())
    return str(content).lower() if shape is Value.FLAG else escape(str(content))
