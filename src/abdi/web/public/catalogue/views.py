"""The catalogue of services: found, read, commented on, taken along."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.platform.accounts.models import public_user
from abdi.platform.tenancy.scope import instansi_or_none
from abdi.services.standards.actions import comment
from abdi.services.standards.exchange import COLUMNS, exported
from abdi.services.standards.papers import MAKLUMAT, STANDAR
from abdi.services.standards.search import find, offered
from abdi.services.standards.selectors import maklumat_of, standar_in_force
from abdi.web import exports
from abdi.web.errors import accepted
from abdi.web.public.catalogue import page
from abdi.web.public.catalogue.forms import CommentForm
from abdi.web.public.catalogue.printed import public_copy

ON_A_PAGE = 25
LONGEST_QUESTION = 100


@require_GET
def catalogue(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:LONGEST_QUESTION]
    today = timezone.localdate()
    found = [] if instansi_or_none() is None else find(words, today) if words else offered(today)
    shown = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"words": words, "page": shown, "rows": page.rows(list(shown)) if found else []}
    return render(request, "public/catalogue/list.html", context)


@require_GET
def layanan(request: HttpRequest, code: str) -> HttpResponse:
    _in_an_instansi()
    one = page.find_layanan(code)
    context = page.layanan_context(one, request.build_absolute_uri(request.path))
    return render(request, "public/catalogue/layanan.html", context)


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, code: str) -> HttpResponse:
    _in_an_instansi()
    standar = page.find_draft(code)
    form = CommentForm(request.POST or None)
    if form.is_valid() and accepted(form, comment, actor=public_user(), standar=standar, **form.cleaned_data):
        return redirect(f"{request.path}?terkirim=1")
    context = page.draft_context(standar, timezone.localdate())
    context |= {"form": form, "is_sent": request.GET.get("terkirim") == "1"}
    return render(request, "public/catalogue/draft.html", context, status=422 if form.errors else 200)


@require_GET
def standar_file(_request: HttpRequest, code: str) -> HttpResponse:
    _in_an_instansi()
    standar = standar_in_force(page.find_layanan(code), timezone.localdate())
    if standar is None:
        raise Http404
    return exports.pdf(public_copy(STANDAR, standar), str(standar))


@require_GET
def maklumat_file(_request: HttpRequest, code: str) -> HttpResponse:
    _in_an_instansi()
    maklumat = maklumat_of(page.find_layanan(code).unit, timezone.localdate())
    if maklumat is None:
        raise Http404
    return exports.pdf(public_copy(MAKLUMAT, maklumat), f"maklumat {maklumat}")


@require_GET
def export(_request: HttpRequest, kind: str) -> HttpResponse:
    """The field set of SIPPN: of what is in force today."""
    _in_an_instansi()
    told = exported(timezone.localdate())
    if kind == "json":
        return JsonResponse(told, safe=False, json_dumps_params={"ensure_ascii": False})
    if kind != "csv":
        raise Http404
    return exports.table("csv", _("standar pelayanan"), COLUMNS, [list(one.values()) for one in told])


def _in_an_instansi() -> None:
    if instansi_or_none() is None:
        raise Http404
