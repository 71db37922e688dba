"""What a category asks besides the report itself, and whether what was answered can be an answer.

Kept with the category as a service definition of GeoReport v2; both APIs ask it, and keep the answers alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from abdi.platform.errors import InputRefused
from abdi.voice.complaints.models import Category

STRING, TEXT, NUMBER, DATETIME = "string", "text", "number", "datetime"
ONE_OF, SOME_OF = "singlevaluelist", "multivaluelist"
LONGEST = {STRING: 200, TEXT: 4000, NUMBER: 40, DATETIME: 40, ONE_OF: 200, SOME_OF: 200}

Given = Mapping[str, Sequence[str]]  # code → what was sent under it


@dataclass(frozen=True, slots=True)
class Question:
    """`values`: key → words, of the two kinds of list. What is not asked only informs."""

    code: str
    text: str
    datatype: str
    is_required: bool
    is_asked: bool
    hint: str
    values: Mapping[str, str]


def questions_of(category: Category) -> list[Question]:
    """In the order they are asked; where two share a place, in the order they were written.

    What has no code cannot be answered, so it is not asked; an unknown kind of answer is a line of text.
    """
    coded = (one for one in category.attributes if one.get("code"))
    told = sorted(coded, key=lambda one: int(one.get("order") or 0))
    return [
        Question(
            code=str(one["code"]),
            text=str(one.get("description") or ""),
            datatype=one["datatype"] if one.get("datatype") in LONGEST else STRING,
            is_required=bool(one.get("required")),
            is_asked=bool(one.get("variable", True)),
            hint=str(one.get("datatype_description") or ""),
            values={str(value["key"]): str(value["name"]) for value in one.get("values") or ()},
        )
        for one in told
    ]


def answered(category: Category, given: Given) -> dict[str, str | list[str]]:
    """code → answer, or answers where several may be chosen; blank is unanswered.

    Raises InputRefused for the first that is missing or cannot be, with the code as its field.
    """
    questions = {one.code: one for one in questions_of(category) if one.is_asked}
    for code in given:
        if code not in questions:
            raise InputRefused(_("Pertanyaan ini tidak ada pada %s.") % category, field=_named(code))
    answers = {code: _answer(one, given.get(code, ())) for code, one in questions.items()}
    return {code: answer for code, answer in answers.items() if answer}


def in_words(category: Category, answers: Mapping[str, Any]) -> str:
    """The answers as lines that a person reads."""
    told = []
    for one in questions_of(category):
        chosen = answers.get(one.code) or ()
        words = [one.values.get(key, key) for key in ([chosen] if isinstance(chosen, str) else chosen)]
        if words:
            told.append(f"{one.text or one.code}: {', '.join(words)}")
    return "\n".join(told)


def _answer(question: Question, sent: Sequence[str]) -> str | list[str]:
    texts = [one.strip() for one in sent if one.strip()]
    if question.is_required and not texts:
        raise InputRefused(_("Wajib dijawab: %s") % question.text, field=_named(question.code))
    if question.datatype != SOME_OF and len(texts) > 1:
        raise InputRefused(_("Hanya satu jawaban."), field=_named(question.code))
    for text in texts:
        _check(question, text)
    return texts if question.datatype == SOME_OF else "".join(texts)


def _check(question: Question, text: str) -> None:
    if len(text) > LONGEST[question.datatype]:
        reason = _("Paling panjang %d huruf.") % LONGEST[question.datatype]
    elif question.datatype in {ONE_OF, SOME_OF} and text not in question.values:
        reason = _("“%(text)s” bukan pilihan; yang ada: %(keys)s.")
        reason = reason % {"text": text[:40], "keys": ", ".join(question.values)}
    elif not _is_typed(question.datatype, text):
        reason = _("“%s” tidak dapat dibaca.") % text[:40]
    else:
        return
    raise InputRefused(reason, field=_named(question.code))


def _is_typed(datatype: str, text: str) -> bool:
    try:
        if datatype == NUMBER:
            return abs(float(text)) < float("inf")
        if datatype == DATETIME:
            datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _named(code: str) -> str:
    return f"attribute[{code[:100]}]"
