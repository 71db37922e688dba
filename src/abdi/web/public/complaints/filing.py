"""The page of the form, however far it has come."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from abdi.platform.accounts.models import public_user
from abdi.voice.complaints.actions import file_complaint
from abdi.voice.complaints.enums import Channel
from abdi.voice.complaints.models import Complaint
from abdi.web.errors import accepted
from abdi.web.public.complaints.forms import ComplaintForm
from abdi.web.public.complaints.place import shown
from abdi.web.public.complaints.review import LOOK, REVIEWED, Review

_FROM_ELSEWHERE = ("unit", "category", "kind")  # what another page may fill in already


def asked_for(request: HttpRequest) -> dict[str, str]:
    """A link to the form may say about which unit or of which kind."""
    return {name: request.GET[name] for name in _FROM_ELSEWHERE if name in request.GET}


def filed(request: HttpRequest, form: ComplaintForm, review: Review) -> Complaint | None:
    """The complaint, unless there is something to read first or the verb refuses."""
    if LOOK in request.POST or (review.holds_up and REVIEWED not in request.POST):
        return None
    sender = str(request.META.get("REMOTE_ADDR", ""))
    arguments = {"channel": Channel.WEB, "sender": sender, **form.filed()}
    return accepted(form, file_complaint, actor=public_user(), **arguments) or None


def page(request: HttpRequest, form: ComplaintForm, review: Review | None = None) -> HttpResponse:
    """Whatever was typed stands in it again; only files a browser does not give back."""
    typed = form.data if form.is_bound else form.initial
    context: dict[str, Any] = {
        "form": form,
        "review": review,
        "place": shown(typed),
        "moved": False,
        "more": [form[name] for name in form.more],
        "opens_reporter": any(form[name].value() for name in form.reporter),
        "is_sent": request.method == "POST",
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "public/complaints/form.html", context, status=status)
