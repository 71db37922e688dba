"""Is this sheet of paper genuine? Answered to anybody, without telling about whom it is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from abdi.platform.verification.codes import as_typed
from abdi.platform.verification.selectors import Standing, standing_of_code, standing_of_file
from abdi.web.errors import accepted
from abdi.web.public.forms import CodeForm, FileForm


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The code comes by GET; a file only where no script could compute its digest in the browser."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    asked, file = CodeForm(request.GET or None), FileForm(*sent)
    if asked.is_valid() and as_typed(asked.cleaned_data["kode"]):
        return redirect("public:check_code", as_typed(asked.cleaned_data["kode"]))
    if file.is_valid() and (sha256 := accepted(file, file.sha256)):
        return redirect("public:check_file", sha256)
    return _page(request, asked=asked, file=file, status=422 if file.errors else 200)


@require_GET
def check_code(request: HttpRequest, code: str) -> HttpResponse:
    return _answer(request, standing_of_code(code))


@require_GET
def check_file(request: HttpRequest, sha256: str) -> HttpResponse:
    return _answer(request, standing_of_file(sha256.lower()))


def _answer(request: HttpRequest, standing: Standing | None) -> HttpResponse:
    return _page(
        request,
        asked=CodeForm(),
        file=FileForm(),
        answered=True,
        standing=standing,
        status=200 if standing else 404,
    )


def _page(request: HttpRequest, *, status: int, **context: Any) -> HttpResponse:
    whole = {"answered": False, "standing": None, **context}
    return render(request, "public/check.html", whole, status=status)
