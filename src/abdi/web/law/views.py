"""The law as it is computed: rules, parameters, articles, and a place to try them."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from abdi.platform.calendar.selectors import working_calendar
from abdi.platform.tenancy.scope import instansi_or_none
from abdi.rules import Calendar, Result, Rule, RuleInputError, evaluate
from abdi.web.law import catalogue
from abdi.web.law.examples import first_input
from abdi.web.law.forms import DAY, TryForm

ON_A_PAGE = 25


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    words, topic = request.GET.get("q", "").strip()[:100], request.GET.get("topik", "")
    found = catalogue.find_parameters(words, topic)
    context = {
        "words": words,
        "topic": topic,
        "topic_title": catalogue.title_of(topic),
        "rules": [] if topic else catalogue.find_rules(words),
        "topics": catalogue.topics(),
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "law/index.html", context)


@require_http_methods(["GET", "POST"])
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule, and its answer when it is asked. A rule that reads personal numbers is asked by POST."""
    entry = catalogue.rule_entry(name)
    if entry is None:
        raise Http404
    form = try_form(entry.versions[0], request.POST if entry.is_private else request.GET)
    result = ask(name, form) if form.is_bound and form.is_valid() else None
    context = {
        "entry": entry,
        "form": form,
        "method": "post" if entry.is_private else "get",
        "result": result and shown(result),
        "page": Paginator(entry.examples, ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "law/rule.html", context)


@require_GET
def parameter(request: HttpRequest, path: str) -> HttpResponse:
    entry = catalogue.parameter_entry(path)
    if entry is None:
        raise Http404
    return render(request, "law/parameter.html", {"entry": entry})


def try_form(version: Rule, data: Mapping[str, str]) -> TryForm:
    """Filled with what was asked, or with the first example."""
    if DAY in data:
        return TryForm(version, data)
    day, example = first_input(version.name) or (timezone.localdate(), {})
    return TryForm(version, initial={**example, DAY: day})


def ask(name: str, form: TryForm) -> Result | None:
    day, question = form.question()
    try:
        return evaluate(name, on=day, input=question, calendar=calendar_around(day.year))
    except RuleInputError as refusal:
        form.refuse(refusal)
        return None


def calendar_around(year: int) -> Calendar | None:
    """The calendar of the instansi whose pages these are; a rule that needs one says so when there is none."""
    return working_calendar(range(year - 1, year + 3)) if instansi_or_none() else None


def shown(result: Result) -> dict[str, Any]:
    """The answer in words, and why it is so."""
    lineage = [(_("Aturan"), f"{result.rule}, {_('berlaku sejak')} {result.version}")]
    lineage += [(_("Dasar"), basis["title"]) for basis in result.dasar]
    lineage += [
        (_("Ketentuan"), f"{path} ({_('sejak')} {read['since']})") for path, read in result.parameters.items()
    ]
    value = catalogue.rows_of(result.value)
    return {"value": value, "details": catalogue.rows_of(result.details), "lineage": lineage}
