"""What is done with a thing, one page each: a table of steps instead of a view for every verb."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise

from abdi.web.staff.pages import Link, ask_for


class StepForm(forms.Form):
    """What a step asks, which may depend on its `subject`; as it is, it asks nothing but the button."""

    def __init__(self, *args: Any, subject: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject
        self.prepare()

    def prepare(self) -> None:
        """Choices and first values that depend on the subject."""


@dataclass(frozen=True)
class Step:
    """`act` takes the fields of `form` and the subject under its own name; `lead` says what it leads to."""

    heading: str | Promise
    action: str | Promise
    act: Callable[..., Any]
    form: type[StepForm] = StepForm
    lead: str | Promise = ""


def take(
    request: HttpRequest, steps: Mapping[str, Step], name: str, *, up: Link, **subject: Any
) -> HttpResponse:
    """One of the `steps` for one subject, named as the action calls it. Raises Http404 for one there is not."""
    step = steps.get(name)
    if step is None:
        raise Http404
    (thing,) = subject.values()
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = step.form(*sent, subject=thing)
    page = {"heading": step.heading, "action": step.action, "lead": step.lead or str(thing)}
    return ask_for(request, form, partial(step.act, **subject), up=up, **page)
