"""Projects from the side of those who run them and those who build."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from abdi.voice.permissions import can_facilitate_somewhere, check_can_facilitate_somewhere
from abdi.voice.projects import actions, permissions
from abdi.voice.projects.budget import budget_of, spent_on
from abdi.voice.projects.enums import PLANNED_IN, Phase
from abdi.voice.projects.models import Contribution, Member, Milestone, Project
from abdi.voice.projects.selectors import contributions_of, milestones_of, projects_worked_on
from abdi.web.access import signed_in
from abdi.web.errors import attempt
from abdi.web.staff.pages import Link, ask_for
from abdi.web.staff.projects import stepping
from abdi.web.staff.projects.forms import ProjectForm
from abdi.web.staff.steps import take

ASKED, ON_A_PAGE = ["GET", "POST"], 25


@signed_in
@require_GET
def projects(request: HttpRequest) -> HttpResponse:
    permissions.check_can_open_workshop(request.user)
    page = Paginator(projects_worked_on(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "runs": can_facilitate_somewhere(request.user)}
    return render(request, "staff/projects/list.html", context)


@signed_in
@require_http_methods(ASKED)
def project_new(request: HttpRequest) -> HttpResponse:
    check_can_facilitate_somewhere(request.user)
    form = ProjectForm(request.POST or None, user=request.user)
    page = {"heading": _("Proyek baru"), "action": _("Simpan draf"), "up": _all()}
    return ask_for(request, form, actions.plan_project, **page)


@signed_in
@require_GET
def project(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = _project(uid)
    permissions.check_can_work_on_project(request.user, one)
    runs = permissions.can_run_project(request.user, one.unit)
    milestones = milestones_of(one)
    context = {
        "project": one,
        "runs": runs,
        "steps": [(name, stepping.PROJECT[name].heading) for name in stepping.NEXT[one.phase] if runs],
        "plans": one.phase in PLANNED_IN,
        "builds": one.phase == Phase.PELAKSANAAN,
        "members": one.team,
        "alternatives": one.options,
        "milestones": [(row, spent_on(row)) for row in milestones],
        "budget": budget_of(one, milestones),
        "page": Paginator(contributions_of(one), ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "staff/projects/project.html", context)


@signed_in
@require_http_methods(ASKED)
def project_step(request: HttpRequest, uid: UUID, step: str) -> HttpResponse:
    one = _project(uid)
    if step in stepping.WORK:
        permissions.check_can_work_on_project(request.user, one)
        return take(request, stepping.WORK, step, up=_up(one), project=one)
    permissions.check_can_run_project(request.user, one.unit)
    return take(request, stepping.PROJECT, step, up=_up(one), project=one)


@signed_in
@require_POST
def member_remove(request: HttpRequest, uid: UUID) -> HttpResponse:
    one = get_object_or_404(Member.objects.select_related("project__unit"), uid=uid)
    attempt(request, _("Anggota tim dilepas"), actions.remove_member, member=one)
    return redirect(_up(one.project)[1])


@signed_in
@require_http_methods(ASKED)
def milestone_step(request: HttpRequest, uid: UUID, step: str) -> HttpResponse:
    one = get_object_or_404(Milestone.objects.select_related("project__unit"), uid=uid)
    permissions.check_can_work_on_project(request.user, one.project)
    return take(request, stepping.MILESTONE, step, up=_up(one.project), milestone=one)


@signed_in
@require_http_methods(ASKED)
def contribution_step(request: HttpRequest, uid: UUID, step: str) -> HttpResponse:
    one = get_object_or_404(Contribution.objects.select_related("project__unit", "author"), uid=uid)
    if step in stepping.HIDE:
        permissions.check_can_run_project(request.user, one.project.unit)
        return take(request, stepping.HIDE, step, up=_up(one.project), contribution=one)
    permissions.check_can_work_on_project(request.user, one.project)
    return take(request, stepping.CREDIT, step, up=_up(one.project), contribution=one)


def _project(uid: UUID) -> Project:
    return get_object_or_404(Project.objects.select_related("unit"), uid=uid)


def _all() -> Link:
    return _("Proyek bersama warga"), reverse("staff:projects")


def _up(one: Project) -> Link:
    return one.title, reverse("staff:project", args=[one.uid])
