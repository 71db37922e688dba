"""The one page on which the administration is asked something."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from abdi.web.errors import accepted

Link = tuple[str, str]  # words, address


def ask(
    request: HttpRequest,
    form: forms.Form,
    *,
    heading: str,
    action: str,
    up: Link,
    lead: str = "",
    suggestions: list[str] | None = None,
) -> HttpResponse:
    """The form with its heading and its button; 422 when what was sent cannot be used.

    `suggestions` are offered by the fields whose widget has the attribute list="saran".
    """
    context = {
        "form": form,
        "heading": heading,
        "action": action,
        "up": up,
        "lead": lead,
        "suggestions": suggestions or [],
    }
    return render(request, "staff/form.html", context, status=422 if form.errors else 200)


def ask_for(
    request: HttpRequest, form: forms.Form, act: Callable[..., Any], *, up: Link, **page: Any
) -> HttpResponse:
    """Ask until `act` accepts the answer, then go back `up`. `page`: the rest of `ask`."""
    if form.is_valid() and accepted(form, act, actor=request.user, **form.cleaned_data):
        return redirect(up[1])
    return ask(request, form, up=up, **page)
