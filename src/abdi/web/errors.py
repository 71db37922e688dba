"""Where a refusal of an action is shown: beside its field, or as a notice on the page one comes back to."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from abdi.platform.errors import InputRefused, PolicyRefused


def accepted(form: forms.Form, act: Callable[..., Any], **arguments: Any) -> Any:
    """Run an action on a valid form: what it made, or True; False when it refused.

    The refusal stands beside its field, and what was typed stays.
    """
    try:
        return act(**arguments) or True
    except (InputRefused, PolicyRefused) as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return False


def attempt(request: HttpRequest, said: str, act: Callable[..., Any], **arguments: Any) -> Any:
    """Run the action of a plain button: what it made, or True; False when it refused.

    `said` is the toast when it was done; a refusal is a notice on the page one comes back to. Without an `actor`
    among the arguments it is whoever is signed in.
    """
    try:
        made = act(**{"actor": request.user} | arguments)
    except (InputRefused, PolicyRefused) as refusal:
        messages.error(request, refusal.message)
        return False
    messages.success(request, said)
    return made or True
