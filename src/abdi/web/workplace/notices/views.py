"""A person's own notices: reading one leads to where it can be acted on."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from abdi.platform.notifications.actions import mark_all_read, mark_read
from abdi.platform.notifications.models import Notice
from abdi.platform.notifications.selectors import unread_count
from abdi.web.access import signed_in

ON_A_PAGE = 25


@signed_in
@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    page = Paginator(Notice.objects.of(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "workplace/notices.html", {"page": page, "unread": unread_count(request.user)})


@signed_in
@require_POST
def read(request: HttpRequest, uid: UUID) -> HttpResponse:
    notice = get_object_or_404(Notice.objects, uid=uid)
    mark_read(actor=request.user, notice=notice)
    return redirect(notice.url or "notices:list")


@signed_in
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    mark_all_read(actor=request.user)
    return redirect("notices:list")
