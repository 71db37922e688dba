"""A project as everybody sees it, and what citizens do there: speak, vote, give a mark."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from abdi.platform.accounts.models import public_user
from abdi.platform.citizens.models import Citizen
from abdi.voice.projects import actions
from abdi.voice.projects.enums import ROAD
from abdi.voice.projects.models import Contribution, Project
from abdi.voice.projects.selectors import narrowed, public_picture, public_projects
from abdi.web import exports
from abdi.web.access import in_an_instansi
from abdi.web.errors import accepted, attempt
from abdi.web.files import anybody, stored
from abdi.web.public.citizens.session import citizen_of, require_citizen
from abdi.web.public.projects import showing
from abdi.web.public.projects.forms import BallotForm, MarkForm, WordsForm

ON_A_PAGE = 20


@require_GET
@in_an_instansi
def projects(request: HttpRequest) -> HttpResponse:
    phase = request.GET.get("tahap", "")
    page = Paginator(narrowed(public_projects(), phase), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "phase": phase, "phases": [(one.value, one.label) for one in ROAD]}
    return render(request, "public/projects/list.html", context)


@require_GET
@in_an_instansi
def project_export(request: HttpRequest, kind: str) -> HttpResponse:
    rows = map(showing.exported, showing.exportable())
    return exports.table(kind, _("proyek bersama warga"), showing.COLUMNS, rows)


@require_GET
@in_an_instansi
def project(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _page(request, _find(uid), citizen_of(request))


@require_POST
@require_citizen
def project_contribute(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    one, form = _find(uid), WordsForm(request.POST)
    act = partial(actions.contribute, actor=public_user(), citizen=citizen, project=one)
    return _answer(request, one, citizen, _("Pendapat Anda tampil di bawah"), words=form, act=act)


@require_POST
@require_citizen
def project_vote(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    one = _find(uid)
    form = BallotForm(request.POST, project=one)
    act = partial(actions.cast_vote, actor=public_user(), citizen=citizen, project=one)
    return _answer(request, one, citizen, _("Suara Anda tercatat"), ballot=form, act=act)


@require_POST
@require_citizen
def project_mark(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    one, form = _find(uid), MarkForm(request.POST)
    act = partial(actions.give_feedback, actor=public_user(), citizen=citizen, project=one)
    said = _("Terima kasih. Penilaian tampil bersama sedikitnya empat lainnya, paling cepat besok")
    return _answer(request, one, citizen, said, mark=form, act=act)


@require_POST
@require_citizen
def contribution_withdraw(request: HttpRequest, citizen: Citizen, uid: UUID) -> HttpResponse:
    one = get_object_or_404(Contribution.objects.select_related("project"), uid=uid)
    told = {"actor": public_user(), "citizen": citizen, "contribution": one}
    attempt(request, _("Pendapat Anda ditarik"), actions.withdraw_contribution, **told)
    return redirect("public:project", one.project.uid)


@require_GET
@in_an_instansi
def project_picture(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    return stored(public_picture(uid), permit=anybody)


def _find(uid: UUID) -> Project:
    """A draft is not there for anybody who comes by its address."""
    return get_object_or_404(public_projects(), uid=uid)


def _answer(
    request: HttpRequest, one: Project, citizen: Citizen, said: str, *, act: Any, **forms: Any
) -> HttpResponse:
    """Back to the page when it was taken; else the page with the form as it was sent."""
    (form,) = forms.values()
    if form.is_valid() and accepted(form, act, **form.cleaned_data):
        messages.success(request, said)
        return redirect("public:project", one.uid)
    return _page(request, one, citizen, status=422, **forms)


def _page(
    request: HttpRequest, one: Project, citizen: Citizen | None, status: int = 200, **forms: Any
) -> HttpResponse:
    asked = {"words": WordsForm(), "ballot": BallotForm(project=one), "mark": MarkForm()} | forms
    context = showing.project_context(one, citizen, request.GET.get("page"))
    return render(request, "public/projects/project.html", context | asked, status=status)
