"""The one page on which the administration is asked something."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

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
